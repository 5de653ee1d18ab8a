/* `e` in history and the undo list: what one did, when, where and through what; what taking it back would change. */
import type { HistoryLine } from '../../../../store/journal/personal.ts';
import { previewUndo } from '../../../../store/journal/preview-undo.ts';
import { groupDigits } from '../../../text/group-digits.ts';
import { makeVisible } from '../../../text/visible.ts';
import { wrapText } from '../../../text/wrap.ts';
import type { Step } from '../../messages.ts';
import type { ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { openText } from '../follow.ts';
import { nothing } from '../step.ts';

/** Kinds of change and cables that are listed; more are counted. */
const LISTED = 12;

export function explainAction(state: ReaderState, action: string, around: Surroundings): Step<ReaderState> {
  const { personal } = around;
  const { summary, handle, at, device, cables, undone } = personal.undoStep(action);
  const told = personal.history({ stream: 'decisions' }).find((line) => line.action === action);
  const lines = [
    'What you did',
    `  ${summary}`,
    `  ${at.slice(0, 16).replace('T', ' ')} on ${personal.deviceName(device)}`,
    ...(told ? describeHow(told, around) : []),
    '',
    ...describeUndo(action, handle, undone, around),
    '',
    ...(cables.length < 2 ? [] : [`${groupDigits(cables.length)} cables`, ...wrapIds(cables, state.size.columns)]),
  ];
  return nothing(openText(state, 'why', lines.map(makeVisible)));
}

function describeHow({ via, because }: HistoryLine, { personal, glyphs }: Surroundings): string[] {
  const question = personal.searches().find(({ id }) => id === via.search)?.name;
  const through = [
    question && `from ${question}`,
    via.query && `by ${via.query}`,
    via.from && `from ${via.from}`,
    via.hit && `hit in ${glyphs.paragraph}${via.hit}`,
  ];
  const parts = through.filter(Boolean).join(', ');
  return [...(parts ? [`  ${parts}`] : []), ...(because ? [`  because: ${because}`] : [])];
}

function describeUndo(action: string, handle: string, undone: boolean, { personal, glyphs }: Surroundings): string[] {
  const { changes, decidedSince } = previewUndo(personal, [action], undone);
  const alike = [...Map.groupBy(changes, ({ before, after }) => `${before ?? 'nothing'} ${glyphs.arrow} ${after ?? 'nothing'}`)];
  const verb = undone ? 'redo' : 'undo';
  return [
    undone ? 'Taken back; doing it again would change' : 'Taking it back would change',
    ...alike.slice(0, LISTED).map(([words, of]) => `  ${of.length === 1 ? of[0]!.cable : `${groupDigits(of.length)} cables`}  ${words}`),
    ...(alike.length > LISTED ? [`  ${glyphs.ellipsis} ${groupDigits(alike.length - LISTED)} more`] : []),
    ...(alike.length === 0 ? ['  nothing'] : []),
    ...(decidedSince.length > 0 ? [`  ${groupDigits(decidedSince.length)} decided again since: they stay`] : []),
    `  on the command line: cables ${verb} ${handle}`,
  ];
}

const wrapIds = (cables: readonly string[], columns: number): string[] =>
  wrapText(cables.slice(0, 200).join('  '), Math.max(20, Math.min(columns, 84) - 4)).map(({ text }) => `  ${text}`);
