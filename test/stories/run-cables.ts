/* The shell for tests of terminals: `run` is a process there. */
import { openShell as openWithBoth, type Ran, type Shell as WithBoth } from './shell.ts';

export type { Ran };
export type Shell = Omit<WithBoth, 'run'> & { readonly run: WithBoth['runProcess']; readonly runHere: WithBoth['run'] };

export function openShell(): Shell {
  const shell = openWithBoth();
  return { ...shell, run: shell.runProcess, runHere: shell.run };
}
