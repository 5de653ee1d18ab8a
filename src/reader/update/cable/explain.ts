/* `e`: in a cable, what its words mean and how one read it; in a list, why a cable stands as it does. */
import { LONGEST_VERB } from '../../../../store/journal/projections/words.ts';
import { makeVisible } from '../../../text/visible.ts';
import { wrapText } from '../../../text/wrap.ts';
import { explainCable } from '../../cable-text/explain-cable.ts';
import type { Step } from '../../messages.ts';
import { currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { explainAction } from '../browse/explain-action.ts';
import { actionUnderCursor } from '../browse/things.ts';
import { subjectOf } from '../decide/subject.ts';
import { openText } from '../follow.ts';
import { nothing, say } from '../step.ts';

const NAME = 14;

export function explain(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind === 'cable' && view.cable) {
    const lines = explainCable(view.cable, view.paragraph).flatMap(({ title, rows }) => [
      title,
      ...rows.flatMap(([word, meaning]) => explainRow(word, meaning, state.size.columns)),
      '',
    ]);
    return nothing(openText(state, `${view.id} explained`, [...lines, ...describeReading(view.id, around), ...historyOf(view.id, around)]));
  }
  const action = actionUnderCursor(state);
  if (action !== null) return explainAction(state, action, around);
  const subject = subjectOf(state);
  if (subject === null) return nothing(say(state, 'No cable under the cursor.', 'bad'));
  const [id] = subject.cables;
  const lines = [...describeReading(id!, around), ...historyOf(id!, around)];
  return nothing(
    lines.length === 0 ? say(state, `${id} was not opened yet, and nothing decided about it.`) : openText(state, `why: ${id}`, lines),
  );
}

/** The meaning beside the word, hanging; below it where the word is long. */
function explainRow(word: string, meaning: string, columns: number): string[] {
  const name = makeVisible(word).replaceAll(/\s+/g, ' ');
  const parts = wrapText(makeVisible(meaning).replaceAll(/\s+/g, ' '), Math.max(20, Math.min(columns, 100) - NAME - 4));
  const rows = parts.map(({ text }) => `  ${' '.repeat(NAME)}${text}`);
  return name.length < NAME ? [`  ${name.padEnd(NAME)}${parts[0]!.text}`, ...rows.slice(1)] : [`  ${name}`, ...rows];
}

function describeReading(cable: string, { personal }: Surroundings): string[] {
  const place = personal.place(cable);
  if (place === null) return [];
  const times = personal.history({ cable, type: 'cable.opened' }).length;
  const minutes = Math.round(place.ms / 60_000);
  const spent = place.ms === 0 ? '' : minutes === 0 ? ', less than a minute in all' : `, ${minutes} min in all`;
  const reached = place.of === 0 ? '' : `, last to paragraph ${place.para} of ${place.of}`;
  return [
    'Your reading',
    `  opened ${times <= 1 ? 'once' : `${times} times`}${spent}${reached}, on ${place.at.slice(0, 16).replace('T', ' ')}`,
    '',
  ];
}

function historyOf(cable: string, { personal }: Surroundings): string[] {
  const lines = personal.history({ cable, stream: 'decisions', limit: 200 });
  if (lines.length === 0) return [];
  return [
    'What you did',
    ...lines.map(({ at, verb, detail, via, because, undone, device }) =>
      makeVisible(
        `  ${at.slice(0, 16).replace('T', ' ')}  ${verb.padEnd(LONGEST_VERB)} ${[detail, via.query ? `from ${via.query}` : '', because ? `because: ${because}` : '', `on ${device}`, undone ? '(taken back)' : ''].filter(Boolean).join('  ')}`,
      ),
    ),
  ];
}
