import { parseReferenceId } from '../../../store/cable/ids/reference-id.ts';
import { groupDigits } from '../../text/group-digits.ts';
import type { Line } from '../../text/line.ts';
import { makeVisible } from '../../text/visible.ts';
import { cutToWidth, padToWidth } from '../../text/width.ts';
import type { ReaderState } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { composeScreen, rule, spread } from './frame.ts';

function sayNothing(text: string): string {
  const id = parseReferenceId(text)?.id;
  return id === undefined ? `Nothing has this name: ${makeVisible(text)}` : `${id} is not here, and no cable here cites it.`;
}

export function drawBox(state: ReaderState, around: Surroundings): readonly Line[] {
  const { choices, choice, text, ofNewest } = state.prompt!;
  const { columns, rows } = state.size;
  const room = rows - 4;
  const from = Math.max(0, Math.min(choice - Math.floor(room / 2), choices.length - room));
  const name = Math.min(columns >= 80 ? 30 : 18, columns - 11);
  const lines = choices.slice(from, from + room).map(({ name: called, detail, key, disabled }, i): Line => {
    const gutter = { text: from + i === choice ? `${around.glyphs.cursor} ` : '  ', role: 'accent' as const };
    const role = disabled === null ? ('plain' as const) : ('dim' as const);
    return [
      gutter,
      { text: padToWidth(key, 6), role: 'strong' },
      { text: padToWidth(cutToWidth(makeVisible(called), name), name + 1), role },
      { text: makeVisible(disabled ?? detail), role: 'dim' },
    ];
  });
  const capped: Line = ofNewest === null ? [] : [{ text: `best of newest ${groupDigits(ofNewest)}`, role: 'dim' }];
  const empty: Line[] = [[], [{ text: text === '' ? '  ...' : `  ${sayNothing(text)}`, role: 'dim' }]];
  return composeScreen(
    state,
    [spread([{ text: ' anything by name', role: 'strong' }], capped, columns), ...rule(state, around)],
    lines.length > 0 ? lines : empty,
    [],
    around,
  );
}
