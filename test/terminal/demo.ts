/* The smallest reader there is, for tests of the terminal: numbered lines under a title, painted first without Ink and then by it.
 *
 *     j k      a line down, up           d    a page down            x    throws
 *     !        lends the terminal        y    copies                 q    quits
 *     Q        gives the terminal back and does nothing more
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { openTerminal } from '../../src/reader/terminal/open-terminal.ts';
import type { Input } from '../../src/reader/terminal/terminal.ts';
import { fitLine } from '../../src/text/fit-line.ts';
import type { Line } from '../../src/text/line.ts';

const terminal = openTerminal({ stdin: process.stdin, stdout: process.stdout, env: process.env, mouse: process.env['MOUSE'] === '1' });
let top = 0;
let heard = '';

function screenLines(): Line[] {
  const { columns, rows } = terminal.size;
  const lines: Line[] = [fitLine([{ text: `demo ${columns}x${rows} top ${top}`, role: 'strong' }], columns)];
  for (let y = 1; y < rows - 1; y += 1)
    lines.push(fitLine([{ text: `line ${top + y} of a text that never ends, it says ${((top + y) * 7919) % 1000}` }], columns));
  lines.push(fitLine([{ text: `heard ${heard}`, role: 'dim' }], columns));
  return lines;
}

terminal.onGone((why) => {
  if (process.env['GONE_FILE']) writeFileSync(process.env['GONE_FILE'], why);
});
terminal.paint(screenLines());

if (process.env['NO_INK'] === '1') run(() => terminal.paint(screenLines()));
else {
  const { showWithInk } = await import('./demo-ink.tsx');
  run(showWithInk(terminal, screenLines));
}

function run(show: () => void): void {
  terminal.onResize(show);
  terminal.onInput((inputs) => {
    for (const input of inputs) apply(input);
    show();
  });
}

function apply(input: Input): void {
  heard = input.kind === 'key' ? `key ${input.key}` : JSON.stringify(input);
  if (input.kind !== 'key') return;
  if (input.key === 'j') top += 1;
  if (input.key === 'k') top -= 1;
  if (input.key === 'd') top += terminal.size.rows - 2;
  if (input.key === 'y') terminal.copy('copied text');
  if (input.key === '^l') terminal.redraw();
  if (input.key === '^z') void terminal.suspend();
  if (input.key === '!')
    void terminal.leaveFor(
      () => void execFileSync('/bin/sh', ['-c', 'echo elsewhere; read answer; echo got $answer'], { stdio: 'inherit' }),
    );
  if (input.key === 'x') {
    setTimeout(() => {
      throw new Error('thrown on purpose');
    });
  }
  if (input.key === 'r') void Promise.reject(new Error('rejected on purpose'));
  if (input.key === 'e') process.exit(3);
  if (input.key === 'Q') terminal.close();
  if (input.key === 'q') {
    terminal.close();
    process.exit(0);
  }
}
