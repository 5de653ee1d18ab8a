import { createInterface } from 'node:readline/promises';
import type { StateChange } from '../../../store/journal/compare-states.ts';
import type { UndoStep } from '../../../store/journal/personal.ts';
import { previewUndo } from '../../../store/journal/preview-undo.ts';
import type { Library } from '../../../store/library/open-library.ts';
import type { Command, Given, Surroundings } from '../../command-line/command.ts';
import { NOTHING_FOUND, Refusal } from '../../command-line/exit.ts';
import { withLibrary } from '../../command-line/open-for-command.ts';
import { printLine } from '../../command-line/print.ts';
import { readTime } from '../../command-line/read-time.ts';
import { groupDigits } from '../../text/group-digits.ts';

const options = {
  yes: { type: 'boolean', describe: 'do not ask' },
  'dry-run': { type: 'boolean', describe: 'say what would change and change nothing' },
} as const;

export const undo: Command = {
  name: 'undo',
  takes: '[HANDLE]',
  describe: 'take back a decision: the last one of this device, or the one named',
  options: { ...options, since: { type: 'string', describe: 'everything this device decided since then, as one: 20:00, yesterday, 3h' } },
  examples: [
    ['cables undo 3f2a', 'a decision by its handle, from cables log'],
    ['cables undo --since 20:00', 'the whole evening'],
  ],
  run: (given, around) =>
    withLibrary(given, around, modeOf(given), async (library) => {
      const { since } = given.options;
      if (typeof since === 'string') return undoSince(since, given, library, around);
      const step = findStep(library, handleIn(given), { again: false, verb: 'take back' });
      if (step === null) return nothingTo('take back', around);
      return confirmThen('take back', [step], library, given, around, () => library.journal.undo(step.action));
    }),
};

export const redo: Command = {
  name: 'redo',
  takes: '[HANDLE]',
  describe: 'do again what was taken back',
  options,
  run: (given, around) =>
    withLibrary(given, around, modeOf(given), async (library) => {
      const step = findStep(library, handleIn(given), { again: true, verb: 'do again' });
      if (step === null) return nothingTo('do again', around);
      // What was taken back as one comes again as one.
      const together = library.journal.takenBackWith(step.action).map((action) => library.journal.personal.undoStep(action));
      return confirmThen('do again', together, library, given, around, () => library.journal.redo(step.action));
    }),
};

const modeOf = (given: Given) => (given.options['dry-run'] ? 'read' : 'write');

function handleIn({ words: [handle, second] }: Given): string | undefined {
  if (second !== undefined) throw new Refusal(`${handle} and ${second}: one handle at a time. Nothing was changed. Type: cables log`);
  return handle;
}

function nothingTo(verb: string, around: Surroundings): number {
  around.stderr.write(`Nothing to ${verb}.\n`);
  return NOTHING_FOUND;
}

function undoSince(words: string, given: Given, library: Library, around: Surroundings): Promise<number> | number {
  const since = Date.parse(readTime(words, 'start', around));
  const { device, personal } = library.journal;
  const steps = personal
    .undoList(Number.POSITIVE_INFINITY)
    .filter((step) => !step.undone && step.device === device && Date.parse(step.at) >= since);
  if (steps.length === 0) return nothingTo(`take back since ${words}`, around);
  return confirmThen('take back', steps, library, given, around, () => library.journal.undoAll(steps.map(({ action }) => action)));
}

const LISTED = 10;

async function confirmThen(
  verb: 'take back' | 'do again',
  steps: readonly UndoStep[],
  library: Library,
  given: Given,
  around: Surroundings,
  change: () => void,
): Promise<number> {
  for (const { handle, at, summary } of steps.slice(0, LISTED))
    printLine(around, `${handle}  ${at.slice(0, 16).replace('T', ' ')}  ${summary}`);
  if (steps.length > LISTED)
    printLine(around, `... and ${groupDigits(steps.length - LISTED)} more, back to ${steps.at(-1)!.at.slice(0, 16).replace('T', ' ')}`);
  showChanges(verb, steps, library, around);
  if (given.options['dry-run']) return 0;
  if (!given.options['yes'] && !(await confirmed(around, verb))) {
    around.stderr.write('Left as it is.\n');
    return 0;
  }
  change();
  const done = verb === 'take back' ? 'taken back' : 'done again';
  const again = verb === 'take back' ? '   (all of them again: cables redo)' : '';
  printLine(around, steps.length === 1 ? done : `${done}: ${groupDigits(steps.length)} decisions${again}`);
  return 0;
}

/** Old and new of what would change; alike changes of several cables are one line. */
function showChanges(verb: 'take back' | 'do again', steps: readonly UndoStep[], { journal }: Library, around: Surroundings): void {
  const actions = steps.map(({ action }) => action);
  const { changes, decidedSince } = previewUndo(journal.personal, actions, verb === 'do again');
  const alike = [...Map.groupBy(changes, describeChange)];
  for (const [words, of] of alike.slice(0, LISTED)) printLine(around, `      ${nameCables(of.map(({ cable }) => cable))}  ${words}`);
  if (alike.length > LISTED) printLine(around, `      ... and ${groupDigits(alike.length - LISTED)} more kinds of change`);
  if (decidedSince.length > 0)
    printLine(
      around,
      `      ${nameCables(decidedSince)} ${decidedSince.length === 1 ? 'stays as it is' : 'stay as they are'}: decided again since`,
    );
}

const describeChange = ({ kind, before, after }: StateChange): string => `${kind}: ${before ?? '(none)'} -> ${after ?? '(none)'}`;

const nameCables = (cables: readonly string[]): string => (cables.length <= 3 ? cables.join(' ') : `${groupDigits(cables.length)} cables`);

function findStep(
  library: Library,
  handle: string | undefined,
  { again, verb }: { readonly again: boolean; readonly verb: string },
): UndoStep | null {
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
