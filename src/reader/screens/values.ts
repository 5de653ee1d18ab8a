import type { Line } from '../../text/line.ts';
import { makeVisible } from '../../text/visible.ts';
import { cutToWidth, padToWidth } from '../../text/width.ts';
import type { ReaderState, ValuesView } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { letterOf, shownValues } from '../update/browse/values.ts';
import { composeScreen, rule, spread } from './frame.ts';
import { rowsPerPage } from './page-size.ts';

export function drawValues(state: ReaderState, view: ValuesView, around: Surroundings): readonly Line[] {
  const { columns } = state.size;
  const values = shownValues(view);
  const place = values.length === 0 ? '' : `${(view.cursor + 1).toLocaleString('en')}/${values.length.toLocaleString('en')}`;
  const title = spread(
    [
      { text: ` ${view.title}`, role: 'strong' },
      ...(view.narrow ? [{ text: `  / ${makeVisible(view.narrow)}`, role: 'accent' as const }] : []),
    ],
    [{ text: `${place} ${around.glyphs.dot} by ${view.order === 'count' ? orderName(view) : 'name'}`, role: 'dim' }],
    columns,
  );
  const byName = view.order === 'name' && !isInTime(view);
  const name = columns >= 80 ? 34 : Math.max(12, columns - (byName ? 15 : 12));
  const bars = Math.min(60, columns - name - (byName ? 17 : 14));
  const most = values.reduce((max, { count }) => Math.max(max, count), 1);
  const lines = values.slice(view.top, view.top + rowsPerPage(state)).map(({ value, meaning, count }, i): Line => {
    const under = view.top + i === view.cursor;
    const letter = byName && (view.top + i === 0 || letterOf(values[view.top + i]!) !== letterOf(values[view.top + i - 1]!));
    const gutter = { text: under ? around.glyphs.cursor : ' ', role: 'accent' as const };
    const lead = { text: byName ? ` ${letter ? letterOf(values[view.top + i]!) : ' '}  ` : ' ', role: 'dim' as const };
    const label = padToWidth(cutToWidth(makeVisible(value), name), name);
    const number = padToWidth(count.toLocaleString('en'), 8, 'right');
    if (columns < 80) return [gutter, lead, { text: label }, { text: number }];
    const bar = around.glyphs.bars.at(-1)!.repeat(Math.max(1, Math.round((count / most) * bars)));
    return [
      gutter,
      lead,
      { text: label },
      { text: number },
      { text: '  ' },
      { text: meaning ? cutToWidth(makeVisible(meaning), columns - name - (byName ? 17 : 14)) : bar, role: 'dim' },
    ];
  });
  const empty: Line[] = [
    [],
    [
      {
        text: view.values === null ? '  ...' : view.narrow ? `  Nothing has  ${makeVisible(view.narrow)}.   / edit` : '  Nothing here.',
        role: 'dim',
      },
    ],
  ];
  return composeScreen(
    state,
    [title, ...rule(state, around)],
    lines.length > 0 ? lines : empty,
    ['open', 'find', 'order', 'back', 'help'],
    around,
  );
}

const isInTime = ({ by }: ValuesView): boolean => by === 'year' || by === 'month' || by === 'released' || by === 'class';

const orderName = (view: ValuesView): string => (view.by === 'class' ? 'level' : isInTime(view) ? 'time' : 'count');
