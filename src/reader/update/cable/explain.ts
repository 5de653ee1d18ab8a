/* `e`: in a cable, its TAGS, captions, precedence and reasons in words; in a list, why a cable stands as it does. */
import { explainCaption } from '../../../../store/cable/vocabulary/captions.ts';
import { explainPrecedence } from '../../../../store/cable/vocabulary/precedences.ts';
import { explainReason } from '../../../../store/cable/vocabulary/reasons.ts';
import { explainTag } from '../../../../store/cable/vocabulary/tags.ts';
import { makeVisible } from '../../../text/visible.ts';
import type { Step } from '../../messages.ts';
import { currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { subjectOf } from '../decide/subject.ts';
import { openText } from '../follow.ts';
import { nothing, say } from '../step.ts';

export function explain(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind === 'cable' && view.cable) {
    const { cable } = view;
    const lines: string[] = [];
    const section = (title: string, rows: readonly (readonly [string, string | null])[]) => {
      if (rows.length > 0) lines.push(title, ...rows.map(([name, meaning]) => `  ${name.padEnd(12)} ${meaning ?? 'no known meaning'}`), '');
    };
    section(
      'TAGS',
      cable.tags.map(({ tag, original }) => [
        tag,
        `${explainTag(tag)?.meaning ?? 'no known meaning'}${original.toUpperCase() === tag ? '' : `, written ${original}`}`,
      ]),
    );
    section(
      'Captions',
      cable.captions.map((caption) => [caption, explainCaption(caption)]),
    );
    section('Precedence', cable.header.precedence ? [[cable.header.precedence, explainPrecedence(cable.header.precedence)]] : []);
    section(
      'Reasons (E.O. 12958, 1.4)',
      cable.reasons.map((letter) => [`(${letter})`, explainReason(letter)]),
    );
    section(
      'What could not be understood',
      cable.problems.map(({ code, message }) => [code, message]),
    );
    lines.push(...historyOf(view.id, around));
    return nothing(openText(state, `${view.id} explained`, lines.map(makeVisible)));
  }
  const subject = subjectOf(state);
  if (subject === null) return nothing(say(state, 'No cable under the cursor.', 'bad'));
  const lines = historyOf(subject.cables[0]!, around);
  return nothing(
    lines.length === 0
      ? say(state, `Nothing was decided about ${subject.cables[0]} yet.`)
      : openText(state, `why: ${subject.cables[0]}`, lines),
  );
}

function historyOf(cable: string, { personal }: Surroundings): string[] {
  const lines = personal.history({ cable, stream: 'decisions', limit: 200 });
  if (lines.length === 0) return [];
  return [
    'What you did',
    ...lines.map(({ at, verb, detail, via, because, undone, device }) =>
      makeVisible(
        `  ${at.slice(0, 16).replace('T', ' ')}  ${verb.padEnd(10)} ${[detail, via.query ? `from ${via.query}` : '', because ? `because: ${because}` : '', `on ${personal.deviceName(device)}`, undone ? '(taken back)' : ''].filter(Boolean).join('  ')}`,
      ),
    ),
  ];
}
