/* Long output goes through $PAGER on a terminal, as git and man do. */
import { spawn } from 'node:child_process';
import type { Surroundings } from './command.ts';

/** Prints the text, through `$CABLES_PAGER`, `$PAGER` or `less -FRX` where standard output is a terminal. The text is already harmless. */
export async function page(text: string, around: Surroundings): Promise<void> {
  const pager = around.env['CABLES_PAGER'] ?? around.env['PAGER'] ?? 'less';
  const rows = around.stdout.rows ?? 24;
  if (!around.stdout.isTTY || pager === '' || pager === 'cat' || text.split('\n').length < rows) {
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
