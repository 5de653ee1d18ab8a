/* The same segments asked with SQL alone: what no answer from them can be faster than by much. */
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { readCurrent } from '../../../../store/corpus/index/current.ts';
import type { BenchLibrary } from '../full-library.ts';
import { WARMING } from './warm-corpus.ts';

export interface BareFts5 {
  /** Row numbers of the newest 50. */
  newest(expression: string): void;
  count(expression: string): void;
  close(): void;
}

export async function openBareFts5({ indexDir }: BenchLibrary): Promise<BareFts5> {
  const segments = readCurrent(indexDir)!.segments.map(({ path }) => new DatabaseSync(join(indexDir, path), { readOnly: true }));
  const newestOf = (db: DatabaseSync) => String(db.prepare('SELECT created FROM cable ORDER BY n DESC LIMIT 1').get()?.['created'] ?? '');
  segments.sort((a, b) => (newestOf(a) < newestOf(b) ? 1 : -1));
  const prepare = (sql: string): StatementSync[] => segments.map((db) => db.prepare(sql));
  const newest = prepare('SELECT rowid FROM text WHERE text MATCH ? ORDER BY rowid DESC LIMIT 50');
  const count = prepare('SELECT count(*) n FROM text WHERE text MATCH ?');
  const bare: BareFts5 = {
    newest(expression) {
      let rows = 0;
      for (const statement of newest) if ((rows += statement.all(expression).length) >= 50) break;
    },
    count(expression) {
      for (const statement of count) statement.get(expression);
    },
    close() {
      for (const db of segments) db.close();
    },
  };
  for (const query of WARMING.filter((one) => !one.includes(':'))) {
    bare.newest(expressionOf(query));
    bare.count(expressionOf(query));
  }
  return bare;
}

/** Of words, beginnings, or one phrase. */
export function expressionOf(query: string): string {
  if (query.startsWith('"')) return query;
  return query
    .split(' ')
    .map((word) => (word.endsWith('*') ? `"${word.slice(0, -1)}"*` : `"${word}"`))
    .join(' AND ');
}
