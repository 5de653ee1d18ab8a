import { closeSync, constants, openSync, readSync } from 'node:fs';

const ANSWER = /\x1b\[0n/g;
const NAP = 4;

/**
 * Reads the terminal's answers to our last questions before it is handed back: left unread, a shell would take them for typing.
 * Synchronous, because it also runs while the process ends. Keys typed meanwhile are lost.
 * @param wait milliseconds at most
 */
export function readAnswers(answers: number, wait: number): void {
  if (answers === 0) return;
  let tty: number;
  try {
    // A description of its own: the one of standard input may block.
    tty = openSync('/dev/tty', constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return;
  }
  const deadline = performance.now() + wait;
  const buffer = Buffer.alloc(4096);
  const clock = new Int32Array(new SharedArrayBuffer(4));
  let text = '';
  while (performance.now() < deadline && (text.match(ANSWER)?.length ?? 0) < answers) {
    try {
      const length = readSync(tty, buffer);
      if (length === 0) break;
      text += buffer.toString('latin1', 0, length);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') break;
      Atomics.wait(clock, 0, 0, NAP);
    }
  }
  closeSync(tty);
}
