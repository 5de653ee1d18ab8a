import { drawValue, layoutValues } from '../../text/draw-bars.ts';
import type { Line } from '../../text/line.ts';
import { makeVisible } from '../../text/visible.ts';
import type { ReaderState, ValuesView } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { letterOf, nextKind, shownValues } from '../update/browse/values.ts';
import { composeScreen, rule, spread } from './frame.ts';
import { rowsPerPage } from './page-size.ts';

export function drawValues(state: ReaderState, view: ValuesView, around: Surroundings): readonly Line[] {
  const { columns } = state.size;
  const values = shownValues(view);
  const place = values.length === 0 ? '' : `${(view.cursor + 1).toLocaleString('en')}/${values.length.toLocaleString('en')}`;
  const title = spread(
    [
      { text: ` ${view.title}`, role: 'strong' },
      ...(view.scope ? [{ text: ` ${around.glyphs.dot} ${makeVisible(view.scope)}`, role: 'accent' as const }] : []),
      ...(view.narrow ? [{ text: `  / ${makeVisible(view.narrow)}`, role: 'accent' as const }] : []),
    ],
    [{ text: `${place} ${around.glyphs.dot} by ${view.order === 'count' ? orderName(view) : 'name'}`, role: 'dim' }],
    columns,
  );
  const byName = view.order === 'name' && !isInTime(view);
  const lead = byName ? 5 : 2;
  const layout = layoutValues(view.values ?? [], columns - lead - 1);
  const most = values.reduce((max, { count }) => Math.max(max, count), 1);
  const lines = values.slice(view.top, view.top + rowsPerPage(state)).map((value, i): Line => {
    const at = view.top + i;
    const letter = byName && (at === 0 || letterOf(value) !== letterOf(values[at - 1]!)) ? letterOf(value) : ' ';
    const gutter = { text: at === view.cursor ? around.glyphs.cursor : ' ', role: 'accent' as const };
    return [gutter, { text: byName ? ` ${letter}  ` : ' ', role: 'dim' }, ...drawValue(value, most, layout, around.glyphs)];
  });
  const empty: Line[] = [
    [],
    [
      {
        text:
          view.values === null
            ? '  ...'
            : view.narrow
              ? `  Nothing has  ${makeVisible(view.narrow)}.${around.keys.hint('find', 'edit')}`
              : '  Nothing here.',
        role: 'dim',
      },
    ],
  ];
  return composeScreen(
    state,
    [title, ...rule(state, around)],
    lines.length > 0 ? lines : empty,
    [
      'open',
      'find',
      ['shift-left', nameKind(nextKind(view, state.info, -1))],
      ['shift-right', nameKind(nextKind(view, state.info, 1))],
      'order',
      'back',
      'help',
    ],
    around,
  );
}

/** `country` of `by country`; long ones are cut, so that no other hint makes room for them. */
const nameKind = ({ title }: Pick<ValuesView, 'title'>): string => SHORT[title] ?? title.replace('by ', '');

const SHORT: Readonly<Record<string, string>> = { 'by classification': 'class', 'by release date': 'released' };

const isInTime = ({ by }: ValuesView): boolean => by === 'year' || by === 'month' || by === 'released' || by === 'class';

const orderName = (view: ValuesView): string => (view.by === 'class' ? 'level' : isInTime(view) ? 'time' : 'count');
