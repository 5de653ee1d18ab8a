import { execFileSync } from 'node:child_process';

/** Runs a program to its end and gives its milliseconds; finding nothing is an exit code too. */
export function timeQuietly(file: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): number {
  const started = performance.now();
  try {
    execFileSync(file, args, { env, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
  } catch (error) {
    if (typeof (error as { status?: unknown }).status !== 'number') throw error;
  }
  return performance.now() - started;
}
