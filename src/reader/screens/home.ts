import { groupDigits } from '../../text/group-digits.ts';
import type { Line } from '../../text/line.ts';
import { padToWidth } from '../../text/width.ts';
import type { HomeView, ReaderState } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { homeCursor, homeRows } from '../update/browse/home.ts';
import { composeScreen, rule, spread } from './frame.ts';
import { frameLines, rowsPerPage } from './page-size.ts';

/** Cables in the whole collection, as its site counts them. */
const RELEASED = 251_287;
/** Columns from the right edge: the number ends here, words follow. */
const DETAIL = 30;
/** A number farther from its name than this is not seen to belong to it. */
const WIDEST = 100;

export function drawHome(state: ReaderState, view: HomeView, around: Surroundings): readonly Line[] {
  const { columns } = state.size;
  const { info, library } = state;
  const read = around.personal.counts().read;
  const name = library.sample ? ' cables · SAMPLE' : ` ${library.name}`;
  const of = library.sample ? 'cables' : `/ ${groupDigits(RELEASED)}`;
  const figures = `${groupDigits(info.cables)} ${of} · ${groupDigits(read)} read`;
  const title = spread(
    [{ text: name, role: 'strong' }, ...(library.at ? [{ text: `  as it was at ${library.at}`, role: 'warn' as const }] : [])],
    [{ text: figures, role: 'dim' }],
    columns,
  );
  const above = [title, ...rule(state, around)];
  const rows = homeRows(state, around);
  const cursor = homeCursor(rows, view);
  const page = rowsPerPage(state);
  const lines = rows.slice(view.top, view.top + page).map(({ key, line, number, detail }, i): Line => {
    const under = view.top + i === cursor;
    const gutter = { text: under ? around.glyphs.cursor : ' ', role: 'accent' as const };
    if (columns < 60) return spread([gutter, ...line], [{ text: number || detail, role: 'dim' }], columns);
    if (key === 'continue') return spread([gutter, ...line], [{ text: ` ${detail}`, role: 'dim' }], Math.min(columns, WIDEST));
    const right: Line = [
      { text: padToWidth(number, columns < 72 ? 8 : 10, 'right') },
      { text: padToWidth(detail ? `   ${detail}` : '', DETAIL), role: 'dim' },
    ];
    return spread([gutter, ...line], right, Math.min(columns, WIDEST));
  });
  const note = homeNote(state, around);
  const room = state.size.rows - above.length - frameLines(state).below;
  const content =
    state.status === null && note.length > 0 && lines.length < room ? [...lines, ...blank(room - lines.length - 1), note] : lines;
  return composeScreen(state, above, content, HINTS, around);
}

const HINTS = ['open', ['find', 'search'], 'box', { prefixOf: 'go-home', label: 'go' }, 'help', ['back', 'quit']] as const;

const blank = (count: number): Line[] => Array.from({ length: Math.max(0, count) }, () => []);

/** What there is to say of the library as a whole. */
function homeNote(state: ReaderState, { keys, lastSync }: Surroundings): Line {
  const { library, info, ownCables, size } = state;
  const note = (text: string): Line => [{ text: ` ${text}`, role: 'dim' }];
  if (library.sample) {
    if (ownCables > 0) return note(`${groupDigits(ownCables)} cables of your own are here:  ${keys.keyOf('back')}, then  cables`);
    if (size.columns < 76) return note('invented cables; your own: cables import PATH');
    return note('These cables are invented. Read your own with:  cables import PATH');
  }
  if (library.growing && info.cables === 0) return note('An import is running: its cables appear here.');
  return lastSync ? note(lastSync) : [];
}
