/* What several benches prepare: a library of ours and the same cables as mail, and which peers this machine has. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FoundCable } from '../../store/cable/cable.ts';

export const launcher = fileURLToPath(new URL('../../dist/cables.cjs', import.meta.url));

/** Imports the cables into a library of their own below `folder`, and opens it once, so that index and compile cache are there. */
export function makeLibrary(folder: string, cables: Iterable<FoundCable>): string {
  const store = join(folder, 'library', 'cables');
  mkdirSync(dirname(store), { recursive: true });
  const lines = join(folder, 'cables.ndjson');
  const file = openSync(lines, 'w');
  for (const cable of cables) writeSync(file, `${JSON.stringify(cable)}\n`);
  closeSync(file);
  const env = { ...process.env, CABLES_STORE: store };
  execFileSync(process.execPath, [launcher, 'import', lines], { env });
  execFileSync(process.execPath, [launcher, 'count'], { env });
  return store;
}

/** The cables as mails, over again until there are `count`: one mbox, or a maildir, or both. */
export function writeMail(
  paths: { readonly mbox?: string; readonly maildir?: string },
  cables: readonly FoundCable[],
  count: number,
): void {
  const { mbox, maildir } = paths;
  if (maildir !== undefined) for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(maildir, part), { recursive: true });
  const file = mbox === undefined ? null : openSync(mbox, 'w');
  for (let i = 0; i < count; i++) {
    const { cells, body } = cables[i % cables.length]!;
    const text = body.replaceAll(/^From /gm, '>From ');
    const mail = `From: ${cells.origin ?? 'post'} <post@localhost>\nDate: Thu, 3 Dec 2009 14:07:00 +0000\nSubject: ${cells.subject ?? '-'}\nMessage-ID: <${i}@localhost>\n\n${text}\n`;
    if (maildir !== undefined) writeFileSync(join(maildir, 'cur', `${1_259_849_220 + i}.M${i}.localhost:2,S`), mail);
    if (file !== null) writeSync(file, `${i > 0 ? '\n' : ''}From reader@localhost Thu Dec  3 14:07:00 2009\n${mail}`);
  }
  if (file !== null) closeSync(file);
}

export function writeMuttrc(path: string): void {
  writeFileSync(path, 'set folder=/tmp\nset read_inc=0\nset quit=yes\nset pager_stop=yes\nset wait_key=no\n');
}

/** Whether a program is there; says so on standard output where it is not. */
export function isInstalled(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore', env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` } });
    return true;
  } catch {
    process.stdout.write(`${program} is not installed: left out of the table\n`);
    return false;
  }
}
