/* Checks every line of a journal: sums, sequence, chain, clocks. Reads only. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { plural } from './log/findings.ts';
import { FAR_AHEAD, parseHlc } from './log/hlc.ts';
import { type JournalFile, listJournalFiles } from './log/journal-folder.ts';
import { type LineEnvelope, NO_LINE, readLine } from './log/line.ts';

export interface JournalVerdict {
  readonly files: number;
  /** Undamaged events, those of conflict copies counted once. */
  readonly events: number;
  /** Sentences: which line of which file, and what that costs. Empty: all sound. */
  readonly findings: readonly string[];
}

/** Where nothing was found. */
export const soundJournal = ({ events, files }: JournalVerdict): string =>
  `${plural(events, 'event')} in ${plural(files, 'file')}: every sum, number, link and clock is right`;

interface Chain {
  /** The last undamaged line. */
  last: LineEnvelope | null;
  /** Damaged lines since. */
  damaged: number;
  path: string;
}

/** @param journal the `journal/` folder @param now milliseconds since 1970 */
export function verifyJournal(journal: string, now: number = Date.now()): JournalVerdict {
  const files = listJournalFiles(journal).sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.path < b.path ? -1 : 1));
  const forgotten = forgottenMonth(files);
  const chains = new Map<string, Chain>();
  const ids = new Set<string>();
  const findings: string[] = [];

  for (const file of files) {
    const where = relative(journal, file.path);
    let bytes: Buffer;
    try {
      bytes = readFileSync(file.path);
    } catch (error) {
      findings.push(
        `${where} cannot be read (${(error as NodeJS.ErrnoException).code}). Nothing in it was changed. Check its permissions.`,
      );
      continue;
    }
    const key = `${file.device} ${file.slot} ${file.stream}${file.conflict ? ` ${file.path}` : ''}`;
    const chain = chains.get(key) ?? { last: null, damaged: 0, path: where };
    chains.set(key, chain);
    let number = 0;
    for (let start = 0; start < bytes.length; ) {
      number += 1;
      const newline = bytes.indexOf(10, start);
      if (newline < 0) {
        findings.push(
          `${where}: the last line (${number}) is not finished: it was cut, or is being written now. All before it is safe. Nothing to do.`,
        );
        chain.damaged += 1;
        break;
      }
      const line = readLine(bytes.subarray(start, newline));
      start = newline + 1;
      if (!line) {
        chain.damaged += 1;
        findings.push(`${where}: line ${number} is damaged. It costs that event; all others are fine. Nothing to do.`);
        continue;
      }
      ids.add(line.id);
      checkOne(line, file, `${where}: line ${number}`, now, findings);
      if (!file.conflict) checkLink(chain, line, `${where}: line ${number}`, file.stream === 'reading' && forgotten !== null, findings);
      chain.last = line;
      chain.damaged = 0;
    }
  }
  return { files: files.length, events: ids.size, findings };
}

function checkOne(line: LineEnvelope, file: JournalFile, where: string, now: number, findings: string[]): void {
  const id = parseHlc(line.id);
  if (!id) {
    findings.push(`${where} has no proper id (${line.id}). It is left out. Nothing to do.`);
    return;
  }
  if (id.ms - now > FAR_AHEAD) {
    findings.push(
      `${where} is dated ${Math.round((id.ms - now) / 60_000)} min ahead of this machine's clock. It is safe. Check the clock of device ${file.device}.`,
    );
  }
}

/** The line continues the one before it in the same slot and stream. */
function checkLink(chain: Chain, line: LineEnvelope, where: string, mayBegin: boolean, findings: string[]): void {
  const { last, damaged } = chain;
  if (!last) {
    const missing = line.seq - 1 - damaged;
    if (missing > 0 && !mayBegin)
      findings.push(
        `${where} is number ${line.seq} of its slot: ${gone(missing)} before it. All others are fine. Copy the older files back if you have them.`,
      );
    else if (line.seq === 1 && line.prev !== NO_LINE)
      findings.push(`${where} says it continues another line, but is the first. It is read. Nothing to do.`);
    return;
  }
  const missing = line.seq - last.seq - 1 - damaged;
  if (missing > 0)
    findings.push(
      `${where} is number ${line.seq}, the one before it ${last.seq}: ${gone(missing)} between them. All others are fine. Copy the file back from a machine that has it whole.`,
    );
  else if (line.seq <= last.seq)
    findings.push(
      `${where} is number ${line.seq}, the one before it ${last.seq}: two programs wrote here at once. All events are read. Nothing to do.`,
    );
  else if (damaged === 0 && line.prev !== last.sum)
    findings.push(`${where} does not continue the line before it: something was changed by hand. Both are read. Nothing to do.`);
  if (line.id <= last.id)
    findings.push(`${where} has an earlier id than the line before it. Both are read in the order of their ids. Nothing to do.`);
}

const gone = (missing: number): string => `${plural(missing, 'event')} ${missing === 1 ? 'is' : 'are'} missing`;

/** `2026-03`: reading files of earlier months were deleted on purpose; null where none were. */
export function forgottenMonth(files: readonly JournalFile[]): string | null {
  let month: string | null = null;
  for (const file of files) {
    if (file.stream !== 'decisions') continue;
    let text = '';
    try {
      text = readFileSync(file.path, 'utf8');
    } catch {
      continue;
    }
    for (const [, before] of text.matchAll(/"type":"reading\.forgotten","data":\{"before":"(\d{4}-\d\d)/g)) {
      if (month === null || before! > month) month = before!;
    }
  }
  return month;
}
