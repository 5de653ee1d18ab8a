/* A cable in triage: how far one is, what one must see of it to decide, and the keys that decide. */

import { lineWidth } from '../../text/fit-line.ts';
import { groupDigits } from '../../text/group-digits.ts';
import type { Line } from '../../text/line.ts';
import { makeVisible } from '../../text/visible.ts';
import { documentOf } from '../cable-text/document-of.ts';
import type { CableView, ListView, ReaderState } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { decidedIn, describeLeft } from '../update/decide/tally.ts';
import { listBelow } from '../update/list/list.ts';
import { saysElsewhere } from './elsewhere.ts';
import { composeScreen, type Hint, spread } from './frame.ts';
import { rowsPerPage } from './page-size.ts';

export function drawTriage(state: ReaderState, view: CableView, around: Surroundings): readonly Line[] {
  const list = listBelow(state);
  const title = list === null ? [{ text: ' triage', role: 'strong' as const }] : drawTitle(state, list, around);
  const document = documentOf(view, state.size, around);
  const page = rowsPerPage(state);
  const lines = document.slice(view.top, view.top + page).map(({ line, paragraph }): Line => {
    const here = paragraph !== null && paragraph === view.paragraph && line.length > 0;
    return [{ text: here ? around.glyphs.cursor : ' ', role: 'accent' }, ...line];
  });
  const more = view.top + page < document.length;
  // Where there is no room for both, going on with the text comes before going away from it.
  const last: readonly Hint[] = more && state.size.columns < 60 ? ['page-down'] : [['triage', 'list']];
  const next: readonly Hint[] = more && state.size.columns >= 60 ? ['page-down'] : [];
  const hints: readonly Hint[] = ['keep', 'skip', 'later', 'tag', ...next, ['line-down', 'read'], ...last, 'help'];
  return composeScreen(saysElsewhere(state, view.id, list?.question ?? null, around), [title], lines, hints, around);
}

/** `triage › border            41/311 · 12 ✓ · 27 × · 2 ◷ · about 7 h left`; what is left and the verdicts only where the name is not cut for them. */
function drawTitle(state: ReaderState, list: ListView, { glyphs }: Surroundings): Line {
  const { columns } = state.size;
  const name = makeVisible(list.question === null && list.query !== '' ? list.query : list.title);
  const title: Line = [
    { text: ' triage ', role: 'strong' },
    { text: `${glyphs.within} `, role: 'dim' },
    { text: name, role: 'strong' },
  ];
  const tally = list.tally;
  const done = tally === null ? 0 : decidedIn(tally);
  const total = list.total ?? 0;
  const place = list.total === null ? '' : `${groupDigits(done)}/${groupDigits(total)}`;
  const verdicts =
    tally === null || done === 0
      ? []
      : [
          `${groupDigits(tally.kept)} ${glyphs.kept}`,
          `${groupDigits(tally.skipped)} ${glyphs.skipped}`,
          `${groupDigits(tally.later)} ${glyphs.later}`,
        ];
  const left = describeLeft(total - done, state.pace);
  const join = (parts: readonly string[]): Line => [{ text: parts.filter(Boolean).join(` ${glyphs.dot} `) }];
  const fits = (right: Line) => lineWidth(title) + lineWidth(right) + 2 <= columns;
  return spread(title, [join([place, ...verdicts, left]), join([place, ...verdicts])].find(fits) ?? join([place]), columns);
}
