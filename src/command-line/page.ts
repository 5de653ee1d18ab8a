/* Long output goes through $PAGER on a terminal, as git and man do. */
import { spawn } from 'node:child_process';
import { canPlaceText } from '../reader/terminal/can-show-screens.ts';
import { width } from '../text/width.ts';
import type { Surroundings } from './command.ts';
import { printText } from './print.ts';

/** Prints the text, through `$CABLES_PAGER`, `$PAGER` or `less -FRX` where a terminal can page and the text is longer than its screen. It is already
 * harmless. What comes in parts is shown as it comes, and not asked for any further when the pager is left. */
export async function page(text: string | AsyncIterable<string>, around: Surroundings): Promise<void> {
  const pager = around.env['CABLES_PAGER'] ?? around.env['PAGER'] ?? 'less';
  const pages = around.stdout.isTTY && canPlaceText(around.env) && pager !== '' && pager !== 'cat';
  const parts = partsOf(text);
  let begin = '';
  for (let part = await parts.next(); !part.done; part = await parts.next()) {
    begin += part.value;
    if (!pages) {
      await printText(around, begin);
      begin = '';
    } else if (!fitsScreen(begin, around.stdout)) return showThrough(pager, begin, parts, around);
  }
  if (begin !== '') await printText(around, begin);
}

async function* partsOf(text: string | AsyncIterable<string>): AsyncGenerator<string> {
  if (typeof text === 'string') yield text;
  else yield* text;
}

async function showThrough(pager: string, begin: string, parts: AsyncGenerator<string>, around: Surroundings): Promise<void> {
  const child = spawn(pager, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env: { LESS: 'FRX', ...around.env } });
  const closed = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  child.stdin.on('error', () => {});
  const given: string[] = [];
  /** Whether the pager wants more. */
  const give = (text: string): Promise<boolean> => {
    given.push(text);
    const taken = new Promise<boolean>((resolve) => child.stdin.write(text, (error) => resolve(!error)));
    return Promise.race([closed.then(() => false), taken]);
  };
  for (let open = await give(begin); open; ) {
    const part = await parts.next();
    open = !part.done && (await give(part.value));
  }
  child.stdin.end();
  // 127: the shell found no such pager.
  if ((await closed) !== 127) return;
  for (const text of given) await printText(around, text);
  for await (const text of parts) await printText(around, text);
}

/** Whether all of it, long lines wrapped, stands on one screen with the prompt below it. A terminal that does not know its size says 0. */
function fitsScreen(text: string, { rows, columns }: NodeJS.WriteStream): boolean {
  const room = (rows || 24) - 1;
  const lines = text.trimEnd().split('\n');
  if (lines.length > room) return false;
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / (columns || 80))), 0) <= room;
}
