import type { EventDraft } from '../../../store/journal/events.ts';
import type { Library } from '../../../store/library/open-library.ts';
import type { Surroundings } from '../../command-line/command.ts';
import { printLine } from '../../command-line/print.ts';

/** Records the drafts as one action, or only says what they would do, and prints how to take it back. */
export function reportAction(
  library: Library,
  drafts: readonly EventDraft[],
  what: { readonly done: string; readonly of: number; readonly dryRun: boolean },
  around: Surroundings,
): number {
  const changed = new Set(drafts.flatMap(({ data }) => ('cables' in data ? data.cables : 'cable' in data ? [data.cable] : []))).size;
  const figures = what.of === 1 && changed === 1 ? '' : `: ${changed.toLocaleString('en')} of ${what.of.toLocaleString('en')} cables`;
  if (what.dryRun) {
    printLine(around, drafts.length === 0 ? `would change nothing: already so` : `would be ${what.done}${figures} changed`);
    return 0;
  }
  const action = library.journal.record(drafts);
  if (action === null) {
    printLine(around, 'nothing to change: already so');
    return 0;
  }
  const handle = library.journal.personal.undoList(1)[0]?.handle;
  printLine(around, `${what.done}${figures}${handle ? `   (take back: cables undo ${handle})` : ''}`);
  return 0;
}
