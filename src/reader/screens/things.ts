import type { Line } from '../../text/line.ts';
import { makeVisible } from '../../text/visible.ts';
import { padToWidth } from '../../text/width.ts';
import type { CommandId } from '../keys/keymap.ts';
import type { ReaderState, ThingsKind, ThingsView } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { shownThings } from '../update/browse/things.ts';
import { composeScreen, type Hint, rule, spread } from './frame.ts';
import { calendarLines, rowsPerPage } from './page-size.ts';
import { sayEmpty } from './say-empty.ts';

const EMPTY: Readonly<Record<ThingsKind, readonly [what: string, key: CommandId, does: string]>> = {
  bookmarks: ['No bookmarks yet.', 'bookmark', 'in a cable bookmarks the paragraph under the cursor'],
  tags: ['No tags yet.', 'tag', 'tags the cable under the cursor: +follow-up'],
  notes: ['No notes yet.', 'note', 'in a cable writes a note on the paragraph under the cursor'],
  searches: ['No saved searches yet.', 'save-search', 'in a list saves its filter'],
  undo: ['Nothing was decided yet.', 'back', 'back'],
  history: ['Nothing was read yet.', 'back', 'back'],
  outline: ['This cable has no paragraphs.', 'back', 'back'],
  references: ['No references.', 'back', 'back'],
  places: ['No place of this cable is marked yet.', 'bookmark', 'in the cable bookmarks the paragraph under the cursor'],
  articles: ['No article is listed that quotes it.', 'back', 'back'],
  tree: ['It refers to no cable, and no cable here cites it.', 'back', 'back'],
  'cited-by': ['No cable here cites it.', 'back', 'back'],
};

export function drawThings(state: ReaderState, view: ThingsView, around: Surroundings): readonly Line[] {
  const { columns } = state.size;
  const things = shownThings(view);
  const counts = around.personal.counts();
  const figures =
    view.what === 'history'
      ? `${counts.opened.toLocaleString('en')} ${counts.opened === 1 ? 'cable' : 'cables'} ${around.glyphs.dot} ${counts.readingDays} ${counts.readingDays === 1 ? 'day' : 'days'}`
      : things.length.toLocaleString('en');
  const title = spread(
    [
      { text: ` ${view.title}`, role: 'strong' },
      ...(view.narrow ? [{ text: `  / ${makeVisible(view.narrow)}`, role: 'accent' as const }] : []),
    ],
    [{ text: figures, role: 'dim' }],
    columns,
  );
  const calendar = calendarLines(state, view) > 0 ? drawCalendar(columns, around) : [];
  const lines = things
    .slice(view.top, view.top + rowsPerPage(state))
    .map(({ line }, i): Line => [{ text: view.top + i === view.cursor ? around.glyphs.cursor : ' ', role: 'accent' }, ...line]);
  const [what, key, does] = EMPTY[view.what];
  const empty = view.narrow
    ? sayEmpty(`Nothing has  ${makeVisible(view.narrow)}.`, around.keys.keyOf('find'), 'edit', columns)
    : sayEmpty(what, around.keys.keyOf(key), does, columns);
  return composeScreen(
    state,
    [title, ...rule(state, around)],
    things.length > 0 ? [...calendar, ...lines] : empty,
    hintsOf(view.what),
    around,
  );
}

function hintsOf(what: ThingsKind): readonly Hint[] {
  switch (what) {
    case 'tags':
      return ['open', ['tag', 'rename'], 'find', 'back', 'help'];
    case 'history':
      return ['open', 'explain', 'undo', 'find', 'back', 'help'];
    case 'articles':
      return [['open', 'copy its address'], 'find', 'back', 'help'];
    case 'undo':
      return ['undo', 'find', 'back', 'help'];
    default:
      return ['open', 'find', 'back', 'help'];
  }
}

const DAY = 86_400_000;
/** Two or three days of the week share a row: first and last, from Monday. */
const ROWS = [
  ['Mon', 0, 1],
  ['Wed', 2, 3],
  ['Fri', 4, 6],
] as const;

/** Days of reading as a heat map, weeks from left to right: as many as fit. */
function drawCalendar(columns: number, { personal, glyphs, now, zone }: Surroundings): Line[] {
  const days = personal.calendar();
  const today = Date.parse(`${new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(now())}T00:00Z`);
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY;
  const weeks = Math.min(26, Math.floor((columns - 8) / 3));
  const dayCount = (day: number): number => days.get(new Date(day).toISOString().slice(0, 10)) ?? 0;
  const most = Math.max(1, ...days.values());
  const months: string[] = [];
  let header = '';
  for (let week = weeks - 1; week >= 0; week--) {
    const month = new Date(monday - week * 7 * DAY).toLocaleString('en', { month: 'short', timeZone: 'UTC' });
    header += padToWidth(month === months.at(-1) ? '' : month, 3).slice(0, 3);
    months.push(month);
  }
  const rows = ROWS.map(([name, first, last]): Line => {
    let cells = '';
    for (let week = weeks - 1; week >= 0; week--) {
      let count = 0;
      for (let weekday = first; weekday <= last; weekday++) count = Math.max(count, dayCount(monday - (week * 7 - weekday) * DAY));
      const shade = count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * (glyphs.shades.length - 1)));
      cells += `${monday - (week * 7 - first) * DAY > today ? ' ' : glyphs.shades[shade]}  `;
    }
    return [{ text: ` ${name}   `, role: 'dim' }, { text: cells }];
  });
  return [[{ text: `       ${header}`, role: 'dim' }], ...rows, []];
}
