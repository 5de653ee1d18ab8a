/* What else one would search 251,287 cables with, asked the same words. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { generateCorpus } from '../../../fixtures/corpus/generate-corpus.ts';
import { readCurrent } from '../../../store/corpus/index/current.ts';
import { type Figure, quantile } from '../corpus/figures.ts';
import { corpusFolder } from '../corpus/full-corpus.ts';
import { isInstalled, writeMail, writeMuttrc } from '../peers.ts';
import { middle, PtyMeter } from '../pty-meter.ts';
import type { BenchLibrary } from './full-library.ts';
import { QUERY_CLASSES } from './queries.ts';

const MAILS = 10_000;
const MAILBOX = 50_000;

const ms = (figure: number): string => `${figure < 10 ? figure.toFixed(2) : figure.toFixed(1)} ms`;

export async function measurePeers(library: BenchLibrary, full: boolean): Promise<Figure[]> {
  return [...askFts5(library), ...askRipgrep(library), ...(full ? [...askNotmuch(), ...(await openMailbox())] : [])];
}

/** The same segments with SQL alone. */
function askFts5({ indexDir }: BenchLibrary): Figure[] {
  const segments = readCurrent(indexDir)!.segments.map(({ path }) => new DatabaseSync(join(indexDir, path), { readOnly: true }));
  const newest = segments.map((db) => db.prepare('SELECT rowid FROM text WHERE text MATCH ? ORDER BY rowid DESC LIMIT 50'));
  const count = segments.map((db) => db.prepare('SELECT count(*) n FROM text WHERE text MATCH ?'));
  const figures = QUERY_CLASSES.filter(({ name }) => !name.includes('origin')).flatMap(({ name, queries }) => {
    const asked = queries.map((query) => (query.startsWith('"') ? query : query.split(' ').map(quote).join(' AND ')));
    return [
      {
        what: `SQLite FTS5 bare: newest 50, ${name}`,
        shown: ms(
          timeAll(asked, (query) => {
            let rows = 0;
            for (const statement of newest) if ((rows += statement.all(query).length) >= 50) break;
          }),
        ),
      },
      {
        what: `SQLite FTS5 bare: count, ${name}`,
        shown: ms(
          timeAll(asked, (query) => {
            for (const statement of count) statement.get(query);
          }),
        ),
      },
    ];
  });
  for (const db of segments) db.close();
  return figures;
}

const quote = (word: string): string => (word.endsWith('*') ? `"${word.slice(0, -1)}"*` : `"${word}"`);

/** p95, of the median of three. */
function timeAll(queries: readonly string[], ask: (query: string) => void): number {
  return quantile(
    queries.map((query) => middle([0, 1, 2].map(() => timed(() => ask(query))))),
    0.95,
  );
}

function timed(act: () => void): number {
  const started = performance.now();
  act();
  return performance.now() - started;
}

function askRipgrep({ corpusDir }: BenchLibrary): Figure[] {
  if (!isInstalled('rg')) return [];
  return QUERY_CLASSES.filter(({ name }) => ['common word', 'rare word', 'phrase'].includes(name)).map(({ name, queries }) => ({
    what: `ripgrep over the shards: count, ${name}`,
    shown: ms(middle(queries.slice(0, 3).map((query) => timed(() => quietly('rg', ['-ciw', query.replaceAll('"', ''), corpusDir]))))),
  }));
}

function quietly(file: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): void {
  try {
    execFileSync(file, args, { env, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
  } catch {
    // Finding nothing is an exit code too.
  }
}

/** Mail without References: with them it does not come to an end. */
function askNotmuch(): Figure[] {
  if (!isInstalled('notmuch')) return [];
  const folder = join(corpusFolder(MAILS), 'notmuch');
  const config = join(folder, 'config');
  const env = { ...process.env, NOTMUCH_CONFIG: config };
  const figures: Figure[] = [];
  if (!existsSync(config)) {
    mkdirSync(folder, { recursive: true });
    writeMail({ mbox: join(folder, 'mbox'), maildir: join(folder, 'mail') }, [...generateCorpus({ count: MAILS })], MAILS);
    writeFileSync(
      config,
      `[database]\npath=${join(folder, 'mail')}\n[user]\nname=reader\nprimary_email=reader@localhost\n[new]\ntags=new\n`,
    );
    figures.push({
      what: `notmuch new, ${MAILS.toLocaleString('en')} cables`,
      shown: `${(timed(() => quietly('notmuch', ['new'], env)) / 1000).toFixed(0)} s`,
    });
  }
  const words = QUERY_CLASSES[0]!.queries.slice(0, 9);
  const ask = (...args: readonly string[]) => ms(middle(words.map((word) => timed(() => quietly('notmuch', [...args, word], env)))));
  return [
    ...figures,
    { what: 'notmuch, 10,000 cables: newest 50, common word', shown: ask('search', '--limit=50') },
    { what: 'notmuch, 10,000 cables: count, common word', shown: ask('count') },
  ];
}

async function openMailbox(): Promise<Figure[]> {
  if (!isInstalled('neomutt')) return [];
  const folder = join(corpusFolder(MAILBOX), 'mail');
  const mbox = join(folder, 'mbox');
  const muttrc = join(folder, 'muttrc');
  if (!existsSync(muttrc)) {
    mkdirSync(folder, { recursive: true });
    writeMail({ mbox, maildir: join(folder, 'maildir') }, [...generateCorpus({ count: 2000 })], MAILBOX);
    writeMuttrc(muttrc);
  }
  const times: number[] = [];
  for (let run = 0; run < 3; run++) {
    const started = performance.now();
    const meter = new PtyMeter({ file: 'neomutt', args: ['-n', '-F', muttrc, '-R', '-f', mbox], columns: 200, rows: 50 });
    await meter.settle(60_000, 1500);
    times.push(meter.lastByteAt - started);
    await meter.end();
  }
  return [{ what: `neomutt: ${MAILBOX.toLocaleString('en')} cables in an mbox, to the list`, shown: ms(middle(times)) }];
}
