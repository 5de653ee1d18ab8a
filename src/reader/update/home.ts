/* Home: where everything begins. Its rows are made from the projections and the corpus, in one place for drawing and for opening. */

import { planQuery } from '../../../store/query/plan-query.ts';
import { groupDigits } from '../../text/group-digits.ts';
import type { Line } from '../../text/line.ts';
import { makeVisible } from '../../text/visible.ts';
import type { Step } from '../messages.ts';
import { currentView, type HomeView, type ReaderState, type Target, withView } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { withEffects } from './step.ts';

export interface HomeRow {
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
    rows.push({ line: [{ text: `  ${name}` }], number: typeof number === 'number' ? groupDigits(number) : number, detail, target });
  const head = (name: string) => rows.push({ line: [{ text: ` ${name}`, role: 'strong' }], number: '', detail: '', target: null });

  const place = personal.lastPlace();
  if (place) {
    const where = place.of > 0 ? `${place.cable} ${around.glyphs.paragraph}${place.para} of ${place.of}` : place.cable;
    rows.push({
      line: [
        { text: ' Continue        ', role: 'strong' },
        { text: `${where}${place.via.query ? `  from ${makeVisible(place.via.query)}` : ''}` },
      ],
      number: '',
      detail: ago(place.at, around),
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
    for (const { id, name, query } of searches.slice(0, QUESTIONS)) {
      const total = state.counts.get(id);
      const decided = personal.ids('decided', id, null).size;
      rows.push({
        line: [{ text: `  ${makeVisible(name).padEnd(NAME)}` }, { text: makeVisible(query), role: 'dim' }],
        number: total === undefined ? '' : groupDigits(total),
        detail: decided === 0 ? '' : decided >= (total ?? Number.POSITIVE_INFINITY) ? 'done' : `${decided} decided`,
        target: { to: 'list', title: name, query, question: id },
      });
    }
    if (searches.length > QUESTIONS)
      add(`${around.glyphs.ellipsis} ${searches.length - QUESTIONS} more`, { to: 'things', what: 'searches', of: null });
  }
  head('Browse');
  const years = info.years ? `${info.years[0]} ${around.glyphs.ellipsis} ${info.years[1]}` : '';
  add(
    'Latest releases',
    { to: 'list', title: 'latest releases', query: '', sort: info.hasReleases ? 'released' : 'newest' },
    info.cables,
    info.hasReleases ? '' : 'no release dates here: newest first',
  );
  add('By creation date', { to: 'values', title: 'by year of creation', by: 'year', field: 'date', scope: '' }, '', years);
  if (info.hasReleases) add('By release date', { to: 'values', title: 'by release date', by: 'released', field: 'released', scope: '' });
  add('By origin', { to: 'values', title: 'by origin', by: 'origin', field: 'from', scope: '' }, countOf(state, 'origins'), 'posts');
  add('By country', { to: 'values', title: 'by country', by: 'country', field: 'country', scope: '' }, countOf(state, 'countries'));
  add('By tag', { to: 'values', title: 'by tag', by: 'tag', field: 'tags', scope: '' }, countOf(state, 'tags'), 'TAGS');
  add('By classification', { to: 'values', title: 'by classification', by: 'class', field: 'class', scope: '' });
  add('Understanding cables', { to: 'understanding' });
  return rows;
}

export function moveOnHome(state: ReaderState, view: HomeView, row: number, page: number, around: Surroundings): ReaderState {
  const rows = homeRows(state, around);
  let cursor = Math.max(0, Math.min(row, rows.length - 1));
  const step = row >= view.cursor ? 1 : -1;
  while (rows[cursor] && rows[cursor]!.target === null && cursor + step >= 0 && cursor + step < rows.length) cursor += step;
  if (rows[cursor]?.target === null) cursor = rows.findIndex(({ target }) => target !== null);
  const top = cursor < view.top + 1 ? Math.max(0, cursor - 1) : cursor >= view.top + page ? cursor - page + 1 : view.top;
  return withView(state, { ...view, cursor, top });
}

function countOf(state: ReaderState, what: string): string {
  const count = state.counts.get(what);
  return count === undefined ? '' : groupDigits(count);
}

/** Asks for the counts that Home shows. */
export function refreshHome(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const { personal } = around;
  if (personal.searches().length === 0) return withEffects(state, { kind: 'load-counts', queries: [] });
  const inputs = { now: around.now(), zone: around.zone, searches: personal.searches() };
  const queries = personal
    .searches()
    .slice(0, QUESTIONS)
    .map(({ id, query }) => [id, planQuery(query, inputs).plan] as const);
  return withEffects(state, { kind: 'load-counts', queries });
}

export const atHome = (state: ReaderState): boolean => currentView(state).kind === 'home';

function ago(at: string, { now }: Surroundings): string {
  const minutes = Math.round((now().getTime() - Date.parse(at)) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.round(minutes / 60)} h ago`;
  return at.slice(0, 10);
}

function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 60 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
