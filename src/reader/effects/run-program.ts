import { spawn } from 'node:child_process';

/**
 * Runs a program on the terminal that was lent to it.
 * @param input what it reads instead of the keys
 * @returns its exit code; 128 where a signal ended it
 * @throws where it cannot be started
 */
export function runProgram(file: string, args: readonly string[], input?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: [input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 128));
    // A command may have seen enough before the end.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}
