import { appendFileSync } from 'node:fs';
import { TagNameError } from '../../store/journal/decide/tag-name.ts';
import { makeVisible } from '../text/visible.ts';
import type { Surroundings } from './command.ts';
import { DAMAGED_STORE, Refusal, WRONG_USAGE } from './exit.ts';

/** Says on standard error why a command ended. @returns the exit code */
export function explainError(error: unknown, { stderr, env }: Pick<Surroundings, 'stderr' | 'env'>): number {
  if (error instanceof Refusal) {
    stderr.write(`${makeVisible(error.message)}\n`);
    return error.code;
  }
  // A name that no tag may have is bad input; its sentence says all.
  if (error instanceof TagNameError) {
    stderr.write(`${makeVisible(error.message)}\n`);
    return WRONG_USAGE;
  }
  const message = error instanceof Error ? error.message : String(error);
  stderr.write(`cables: ${makeVisible(message)}\n`);
  if (env['CABLES_LOG'] && error instanceof Error) appendFileSync(env['CABLES_LOG'], `${new Date().toISOString()} ${error.stack}\n`);
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'ENOSPC' || code === 'EROFS' || code === 'EACCES' ? WRONG_USAGE : DAMAGED_STORE;
}
