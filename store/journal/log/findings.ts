/* What reading the files brought to light, in sentences: what happened, what is safe, what to type. */
import { relative } from 'node:path';
import { FAR_AHEAD, parseHlc } from './hlc.ts';
import type { Cursor } from './tail-reader.ts';

/** @param now milliseconds since 1970 @param last the greatest id read */
export function describeFindings(library: string, cursors: Iterable<Cursor>, last: string, now: number): string[] {
  const findings: string[] = [];
  let unknown = 0;
  let newer = 0;
  for (const cursor of cursors) {
    unknown += cursor.unknown;
    newer += cursor.newer;
    if (cursor.damaged.length > 0) findings.push(describeDamage(relative(library, cursor.file.path), cursor.damaged, cursor.lines));
    if (cursor.file.conflict)
      findings.push(`${relative(library, cursor.file.path)} is a copy that a sync program made. Its events are read once. Nothing to do.`);
  }
  if (newer > 0)
    findings.push(
      `${plural(newer, 'event')} of a newer version of cables ${newer === 1 ? 'is' : 'are'} kept but not shown. Update cables to see them.`,
    );
  if (unknown > 0)
    findings.push(
      `${plural(unknown, 'event')} of an unknown kind ${unknown === 1 ? 'is' : 'are'} kept but not shown. Update cables to see them.`,
    );
  const ahead = (parseHlc(last)?.ms ?? 0) - now;
  if (ahead > FAR_AHEAD)
    findings.push(
      `Some event is dated ${Math.round(ahead / 60_000)} min ahead of this machine's clock (${last}). All events are in order and safe. Check the clock of device ${last.slice(30, 38)}.`,
    );
  return findings;
}

function describeDamage(path: string, damaged: readonly number[], lines: number): string {
  const [first] = damaged;
  const rest = lines - damaged.length;
  const which = damaged.length === 1 ? `line ${first} is damaged` : `${damaged.length} lines are damaged (${list(damaged)})`;
  return `${path}: ${which} (power loss?). The other ${plural(rest, 'event')} ${rest === 1 ? 'is' : 'are'} fine; what ${
    damaged.length === 1 ? 'it' : 'they'
  } said is lost. Nothing to do.`;
}

function list(lines: readonly number[]): string {
  return lines.length <= 5 ? lines.join(', ') : `${lines.slice(0, 5).join(', ')} …`;
}

export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
