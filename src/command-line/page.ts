/* Long output goes through $PAGER on a terminal, as git and man do. */
import { spawn } from 'node:child_process';
import { canPlaceText } from '../reader/terminal/can-show-screens.ts';
import { width } from '../text/width.ts';
import type { Surroundings } from './command.ts';

/** Prints the text, through `$CABLES_PAGER`, `$PAGER` or `less -FRX` where a terminal can page and the text is longer than its screen. It is already harmless. */
export async function page(text: string, around: Surroundings): Promise<void> {
  const pager = around.env['CABLES_PAGER'] ?? around.env['PAGER'] ?? 'less';
  if (!around.stdout.isTTY || !canPlaceText(around.env) || pager === '' || pager === 'cat' || fitsScreen(text, around.stdout)) {
    around.stdout.write(text);
    return;
  }
  const child = spawn(pager, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env: { LESS: 'FRX', ...around.env } });
  await new Promise<void>((resolve) => {
    child.on('error', () => resolve());
    child.on('close', (code) => {
      // 127: the shell found no such pager.
      if (code === 127) around.stdout.write(text);
      resolve();
    });
    child.stdin.on('error', () => {});
    child.stdin.end(text);
  });
}

/** Whether all of it, long lines wrapped, stands on one screen with the prompt below it. A terminal that does not know its size says 0. */
function fitsScreen(text: string, { rows, columns }: NodeJS.WriteStream): boolean {
  const room = (rows || 24) - 1;
  const lines = text.trimEnd().split('\n');
  if (lines.length > room) return false;
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / (columns || 80))), 0) <= room;
}
