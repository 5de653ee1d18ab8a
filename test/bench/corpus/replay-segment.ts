/* What filling a segment costs SQLite alone: every statement of a segment is recorded with its values, then run again, from memory, on a new
 * file. A thread: a message with a job prepares it, the next one runs it.
 */
import { rmSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { parentPort } from 'node:worker_threads';
import { fillSegment, type SegmentDatabase, type SegmentJob, syncFile } from '../../../store/corpus/index/writing/write-segment.ts';

type Call = { readonly sql: string } | { readonly statement: number; readonly values: readonly SQLInputValue[] };

interface Recorded {
  readonly path: string;
  readonly statements: readonly string[];
  readonly calls: readonly Call[];
}

function record({ corpusDir, path, cables }: SegmentJob): Recorded {
  const statements: string[] = [];
  const calls: Call[] = [];
  const database: SegmentDatabase = {
    exec: (sql) => void calls.push({ sql }),
    prepare(sql) {
      const statement = statements.push(sql) - 1;
      return { run: (...values) => void calls.push({ statement, values }) };
    },
  };
  for (const _ of fillSegment(database, corpusDir, cables));
  return { path, statements, calls };
}

function replay({ path, statements, calls }: Recorded): void {
  rmSync(path, { force: true });
  const db = new DatabaseSync(path);
  const prepared = new Map<number, StatementSync>();
  for (const call of calls) {
    if ('sql' in call) {
      db.exec(call.sql);
      continue;
    }
    let statement = prepared.get(call.statement);
    if (!statement) prepared.set(call.statement, (statement = db.prepare(statements[call.statement]!)));
    statement.run(...call.values);
  }
  db.close();
  syncFile(path);
}

let waiting: Recorded | null = null;
parentPort?.on('message', (message: SegmentJob | 'run') => {
  if (message === 'run') {
    replay(waiting!);
    waiting = null;
  } else waiting = record(message);
  parentPort!.postMessage('done');
});
