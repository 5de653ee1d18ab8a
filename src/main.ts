/* The process around a command line: its arguments, environment and streams go in, its exit code comes out. */
import { runCommandLine } from './command-line/run-command-line.ts';

// A reader of our output that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

void runCommandLine(process.argv.slice(2), process).then((code) => {
  process.exitCode = code;
});
