import { createInterface } from 'node:readline/promises';
import type { UndoStep } from '../../../store/journal/personal.ts';
import type { Library } from '../../../store/library/open-library.ts';
import type { Command, Given, Surroundings } from '../../command-line/command.ts';
import { NOTHING_FOUND, Refusal } from '../../command-line/exit.ts';
import { withLibrary } from '../../command-line/open-for-command.ts';
import { printLine } from '../../command-line/print.ts';

const options = {
  yes: { type: 'boolean', describe: 'do not ask' },
  'dry-run': { type: 'boolean', describe: 'say what would change and change nothing' },
} as const;

export const undo: Command = {
  name: 'undo',
  takes: '[HANDLE]',
  describe: 'take back a decision: the last one of this device, or the one named',
  options,
  examples: [['cables undo 3f2a', 'a decision by its handle, from cables log']],
  run: (given, around) => takeBack(given, around, { again: false, verb: 'take back', done: 'taken back' }),
};

export const redo: Command = {
  name: 'redo',
  takes: '[HANDLE]',
  describe: 'do again what was taken back',
  options,
  run: (given, around) => takeBack(given, around, { again: true, verb: 'do again', done: 'done again' }),
};

interface Direction {
  /** Redo: what was taken back is wanted. */
  readonly again: boolean;
  readonly verb: string;
  readonly done: string;
}

function takeBack(given: Given, around: Surroundings, direction: Direction): Promise<number> {
  return withLibrary(given, around, given.options['dry-run'] ? 'read' : 'write', async (library) => {
    const step = findStep(library, given.words[0], direction);
    if (step === null) {
      around.stderr.write(`Nothing to ${direction.verb}.\n`);
      return NOTHING_FOUND;
    }
    printLine(around, `${step.handle}  ${step.at.slice(0, 16).replace('T', ' ')}  ${step.summary}`);
    if (given.options['dry-run']) return 0;
    if (!given.options['yes'] && !(await confirmed(around, direction.verb))) {
      around.stderr.write('Left as it is.\n');
      return 0;
    }
    if (direction.again) library.journal.redo(step.action);
    else library.journal.undo(step.action);
    printLine(around, direction.done);
    return 0;
  });
}

function findStep(library: Library, handle: string | undefined, { again, verb }: Direction): UndoStep | null {
  const steps = library.journal.personal.undoList(Number.POSITIVE_INFINITY);
  if (handle === undefined) return steps.find((step) => step.undone === again && step.device === library.journal.device) ?? null;
  const matching = steps.filter((step) => step.handle.startsWith(handle) || step.action === handle);
  if (matching.length > 1)
    throw new Refusal(
      `${handle} begins several handles: ${matching
        .slice(0, 6)
        .map((step) => step.handle)
        .join(' ')}. Nothing was changed; type more of one.`,
    );
  const [step] = matching;
  if (!step) throw new Refusal(`${handle}: no such action. Nothing was changed. Type: cables log`, NOTHING_FOUND);
  if (step.undone !== again)
    throw new Refusal(`${step.summary}: nothing to ${verb}, it ${step.undone ? 'was taken back already' : 'stands'}.`, NOTHING_FOUND);
  return step;
}

async function confirmed(around: Surroundings, verb: string): Promise<boolean> {
  if (!around.stdin.isTTY) throw new Refusal(`Say --yes to ${verb} this without a terminal. Nothing was changed.`);
  const prompt = createInterface({ input: around.stdin, output: around.stderr });
  try {
    return /^y(es)?$/i.test((await prompt.question(`${verb}? [y/N] `)).trim());
  } finally {
    prompt.close();
  }
}
