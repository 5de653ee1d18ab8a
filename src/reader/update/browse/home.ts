/* Home: where everything begins. Its rows are made from the projections and the corpus, in one place for drawing and for opening. */

import type { Place } from '../../../../store/journal/personal.ts';
import { drawBars } from '../../../text/draw-bars.ts';
import { groupDigits } from '../../../text/group-digits.ts';
import type { Line } from '../../../text/line.ts';
import { makeVisible } from '../../../text/visible.ts';
import { padToWidth } from '../../../text/width.ts';
import type { Step } from '../../messages.ts';
import { currentView, type HomeView, type ReaderState, type Target, withView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { withEffects } from '../step.ts';
import { browseTargets } from './browse.ts';
import { countStopped, describeStopped, type StoppedTriage, whereOneStopped } from './continue.ts';
import { countQuestions, describeQuestion } from './questions.ts';

export interface HomeRow {
  /** Names the row, also when rows above it come and go. */
  readonly key: string;
  readonly line: Line;
  /** Right-aligned number, then more words. */
  readonly number: string;
  readonly detail: string;
  readonly target: Target | null;
}

const QUESTIONS = 5;
const NAME = 16;

export function homeRows(state: ReaderState, around: Surroundings): HomeRow[] {
  const { personal } = around;
  const { info } = state;
  const counts = personal.counts();
  const rows: HomeRow[] = [];
  const add = (name: string, target: Target | null, number: number | string = '', detail = '') =>
    rows.push({
      key: name,
      line: [{ text: `  ${name}` }],
      number: typeof number === 'number' ? groupDigits(number) : number,
      detail,
      target,
    });
  const head = (name: string) =>
    rows.push({ key: `head ${name}`, line: [{ text: ` ${name}`, role: 'strong' }], number: '', detail: '', target: null });

  const stopped = whereOneStopped(state, around);
  if (stopped) {
    const { line, at } = stopped.in === 'triage' ? describeTriage(stopped.triage, state, around) : describePlace(stopped.place, around);
    rows.push({
      key: 'continue',
      line: [{ text: ' Continue        ', role: 'strong' }, ...line],
      number: '',
      detail: ago(at, around),
      target: { to: 'continue' },
    });
  }
  head('My reading');
  add('Unread', { to: 'list', title: 'unread', query: 'is:unread' }, Math.max(0, info.cables - counts.read));
  add('Later', { to: 'list', title: 'later', query: 'is:later' }, counts.later, counts.due > 0 ? `${counts.due} due` : '');
  add('Kept', { to: 'list', title: 'kept', query: 'is:kept' }, counts.kept);
  add('Bookmarks', { to: 'things', what: 'bookmarks', of: null }, counts.bookmarks);
  add('Tags', { to: 'things', what: 'tags', of: null }, counts.tags);
  add('Notes', { to: 'things', what: 'notes', of: null }, counts.notes);
  add(
    'History',
    { to: 'things', what: 'history', of: null },
    counts.opened,
    counts.readingDays > 0 ? `${duration(counts.readingMs)} on ${counts.readingDays} ${counts.readingDays === 1 ? 'day' : 'days'}` : '',
  );
  const searches = personal.searches();
  if (searches.length > 0) {
    head('Questions');
    for (const search of searches.slice(0, QUESTIONS)) {
      const { id, name, query } = search;
      const { total, detail } = describeQuestion(search, state);
      rows.push({
        key: id,
        line: [{ text: `  ${padToWidth(makeVisible(name), NAME)} ` }, { text: makeVisible(query), role: 'dim' }],
        number: total,
        detail,
        target: { to: 'list', title: name, query, question: id },
      });
    }
    if (searches.length > QUESTIONS)
      add(`${around.glyphs.ellipsis} ${searches.length - QUESTIONS} more`, { to: 'things', what: 'searches', of: null });
  }
  head('Browse');
  for (const { name, target } of browseTargets(info)) add(name, target, ...figuresOf(name, state, around));
  return rows;
}

interface WhereOneStopped {
  readonly line: Line;
  readonly at: string;
}

/** `triage › border, 41 of 311` */
function describeTriage(triage: StoppedTriage, state: ReaderState, around: Surroundings): WhereOneStopped {
  const line = [{ text: `triage ${around.glyphs.within} ${makeVisible(triage.title)}${describeStopped(triage, state, around)}` }];
  return { line, at: triage.at };
}

/** `09ARCADIA812 ¶4 of 14  in border` */
function describePlace({ cable, para, of, via, at }: Place, { personal, glyphs }: Surroundings): WhereOneStopped {
  const from = personal.searches().find(({ id }) => id === via.search)?.name ?? via.query;
  return {
    line: [
      { text: of > 0 ? `${cable} ${glyphs.paragraph}${para} of ${of}` : cable },
      { text: from ? `  in ${makeVisible(from)}` : '', role: 'dim' },
    ],
    at,
  };
}

/** Index of the row under the cursor; the first that leads somewhere where none was chosen, or it is gone. */
export function homeCursor(rows: readonly HomeRow[], { at }: HomeView): number {
  const found = rows.findIndex(({ key, target }) => key === at && target !== null);
  return found === -1
    ? Math.max(
        0,
        rows.findIndex(({ target }) => target !== null),
      )
    : found;
}

export function moveOnHome(state: ReaderState, view: HomeView, lines: number, page: number, around: Surroundings): ReaderState {
  const rows = homeRows(state, around);
  const from = homeCursor(rows, view);
  const step = lines >= 0 ? 1 : -1;
  let cursor = Math.max(0, Math.min(from + lines, rows.length - 1));
  while (rows[cursor]!.target === null && rows[cursor + step]) cursor += step;
  if (rows[cursor]!.target === null) cursor = from;
  // The heading of the first rows comes into sight with them.
  const above = cursor > 0 && rows[cursor - 1]!.target === null ? 1 : 0;
  const top = Math.max(0, cursor - above < view.top ? cursor - above : cursor >= view.top + page ? cursor - page + 1 : view.top);
  return withView(state, { ...view, at: rows[cursor]!.key, top });
}

/** What stands beside a way in: a number, and words. */
function figuresOf(name: string, state: ReaderState, { glyphs }: Surroundings): readonly [number: number | string, detail: string] {
  const { info, timeline } = state;
  switch (name) {
    case 'Latest releases': {
      const [last, first] = [timeline.released.at(-1)?.value, timeline.released[0]?.value];
      if (!info.hasReleases) return [info.cables, 'no release dates: newest first'];
      return [info.cables, first === undefined || last === undefined ? '' : `${last} ${glyphs.ellipsis} ${first}`];
    }
    case 'By creation date':
      return [
        '',
        info.years ? `${info.years[0]} ${glyphs.ellipsis} ${info.years[1]}  ${drawBars(timeline.years, info.years, 14, glyphs)}` : '',
      ];
    case 'By release date':
      return [timeline.released.length === 0 ? '' : timeline.released.length, timeline.released.length === 0 ? '' : 'days'];
    case 'By origin':
      return [countOf(state, 'origins'), 'posts'];
    case 'By country':
      return [countOf(state, 'countries'), ''];
    case 'By tag':
      return [countOf(state, 'tags'), 'TAGS'];
    default:
      return ['', ''];
  }
}

function countOf(state: ReaderState, what: string): string {
  const count = state.counts.get(what);
  return count === undefined ? '' : groupDigits(count);
}

/** Asks for the counts that Home shows. */
export function refreshHome(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const questions = countQuestions(around.personal.searches().slice(0, QUESTIONS), around);
  return withEffects(state, { kind: 'load-counts', queries: [...questions, ...countStopped(around)] });
}

export const atHome = (state: ReaderState): boolean => currentView(state).kind === 'home';

function ago(at: string, { now }: Surroundings): string {
  const minutes = Math.round((now().getTime() - Date.parse(at)) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 12 * 60) return `${Math.round(minutes / 60)} h ago`;
  const days = Math.round((Date.parse(now().toISOString().slice(0, 10)) - Date.parse(at.slice(0, 10))) / 86_400_000);
  return days <= 0 ? `today ${at.slice(11, 16)}` : days === 1 ? `yesterday ${at.slice(11, 16)}` : at.slice(0, 10);
}

function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 60 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
