/* Lists hold a window of their rows and a total; rows are asked for around the cursor, and answers to earlier questions are dropped. */
import type { CatalogueRow, Sort } from '../../../../store/corpus/corpus.ts';
import { closeQuery } from '../../../../store/query/close-query.ts';
import { planQuery } from '../../../../store/query/plan-query.ts';
import { tokenizeQuery } from '../../../../store/query/tokenize-query.ts';
import { groupDigits } from '../../../text/group-digits.ts';
import type { Message, Step } from '../../messages.ts';
import { rowsPerPage } from '../../screens/page-size.ts';
import { currentView, type ListView, type ReaderState, type Status, type Tally, withView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { lookAtQuestion } from '../browse/questions.ts';
import { openCable } from '../cable/cable.ts';
import { nothing, say, withEffects } from '../step.ts';
import { planWithHeld } from './hold-rows.ts';

const WINDOW = 200;
/** Rows farther than this from the last ones asked for are forgotten. */
const REMEMBERED = 2000;

export interface ListWanted {
  readonly title: string;
  readonly query: string;
  readonly sort?: Sort;
  readonly question?: string | null;
  /** Triage goes on in it, after the cable that is held. */
  readonly goOn?: boolean;
  readonly held?: readonly string[];
  readonly tally?: Tally | null;
  /** The cable that was read in it last is opened as soon as its rows are there. */
  readonly continueAt?: ListView['continueAt'];
}

/** Rows in which the cable is looked for that one goes on reading. */
const CONTINUE_WITHIN = 1000;

/** Opens a list above the present view. A filter that cannot be understood is said and opens nothing. */
export function openList(state: ReaderState, wanted: ListWanted, around: Surroundings): Step<ReaderState> {
  const planned = planQuery(wanted.query, { now: around.now(), zone: around.zone, searches: around.personal.searches() });
  const [problem] = planned.problems;
  if (problem) return nothing(say(state, problem.message, 'bad'));
  const asked = state.asked + 1;
  const view: ListView = {
    kind: 'list',
    title: wanted.title,
    query: wanted.query,
    plan: planned.plan,
    terms: planned.terms,
    understood: planned.understood,
    question: wanted.question ?? null,
    sort: wanted.sort ?? 'newest',
    total: null,
    rows: new Map(),
    cursor: 0,
    top: 0,
    marked: new Set(),
    held: wanted.held ?? [],
    seek: null,
    asked,
    answered: -1,
    elseBeginning: null,
    beginningHas: null,
    excerptsShown: around.config.excerpts ? null : false,
    excerpts: new Map(),
    months: null,
    missing: null,
    preview: null,
    tally: wanted.tally ?? null,
    goOn: wanted.goOn ?? false,
    continueAt: wanted.continueAt ?? null,
    opening: false,
  };
  const looked = lookAtQuestion(state, view.question, around);
  const limit = view.continueAt === null ? WINDOW : CONTINUE_WITHIN;
  const loading = loadWindow({ ...looked.state, asked, views: [...state.views, view] }, view, limit);
  return { state: loading.state, effects: [...looked.effects, ...loading.effects] };
}

/** Another filter for the list that is shown; the last good rows stay until the new ones are there. */
export function narrowList(
  state: ReaderState,
  view: ListView,
  typed: string,
  around: Surroundings,
  typing: boolean,
): Step<ReaderState> | { readonly problem: string } {
  const query = state.prompt === null ? closeQuery(typed) : typed;
  const planned = planQuery(query, {
    now: around.now(),
    zone: around.zone,
    searches: around.personal.searches(),
    prefixLast: typing,
    unfinished: state.prompt !== null,
  });
  const [problem] = planned.problems;
  if (problem) return { problem: problem.message };
  const asked = state.asked + 1;
  const next: ListView = {
    ...view,
    query,
    plan: planned.plan,
    terms: planned.terms,
    understood: planned.understood,
    cursor: 0,
    top: 0,
    asked,
    elseBeginning: typing || isKnownEmpty(view) ? null : withBeginning(typed),
    beginningHas: typing || view.answered !== view.asked || view.query.trim() !== query ? null : view.total,
    marked: new Set(),
    held: [],
    tally: null,
  };
  return withEffects(withView({ ...state, asked }, next), {
    kind: 'load-rows',
    asked,
    plan: next.plan,
    sort: next.sort,
    from: 0,
    limit: WINDOW,
    ...(state.prompt !== null && { rowsFirst: true }),
  });
}

const isKnownEmpty = ({ answered, asked, total }: ListView): boolean => answered === asked && total === 0;

/** `human traff` as `human traff*`, `("human traff` as `("human traff*")`; null where the last word is none that could go on. */
function withBeginning(query: string): string | null {
  const last = tokenizeQuery(query).at(-1);
  const goesOn = (last?.kind === 'word' || last?.kind === 'phrase') && !last.prefix && last.end === query.length;
  return goesOn ? closeQuery(`${query}*`) : null;
}

/** The whole word is found nowhere: the filter means its beginning, as it did while it was typed. Null where rows were found. */
export function takeBeginning(
  state: ReaderState,
  { asked, total }: Extract<Message, { kind: 'rows' }>,
  around: Surroundings,
): Step<ReaderState> | null {
  const view = currentView(state);
  if (total !== 0 || view.kind !== 'list' || view.asked !== asked || view.elseBeginning === null || state.prompt !== null) return null;
  const step = narrowList(state, view, view.elseBeginning, around, false);
  if ('problem' in step) return null;
  const searched = state.searched === asked ? step.state.asked : state.searched;
  return { state: say({ ...step.state, searched }, `No such word: searching for ${view.elseBeginning}`), effects: step.effects };
}

/** Fewer rows than one saw while typing: the last word was taken as a beginning then. */
function tellBeginning(state: ReaderState, { elseBeginning, beginningHas }: ListView, total: number | null): ReaderState {
  if (
    elseBeginning === null ||
    beginningHas === null ||
    total === null ||
    total >= beginningHas ||
    state.prompt !== null ||
    state.status !== null
  )
    return state;
  const word = tokenizeQuery(elseBeginning).findLast(({ kind }) => kind !== 'close')!.text;
  return say(state, `${groupDigits(total)} with ${word} as a whole word; ${word}* finds ${groupDigits(beginningHas)}`);
}

export function orderList(state: ReaderState, view: ListView, sort: Sort): Step<ReaderState> {
  const asked = state.asked + 1;
  const next: ListView = { ...view, sort, cursor: 0, top: 0, asked };
  return withEffects(say(withView({ ...state, asked }, next), `order: ${sort}`), {
    kind: 'load-rows',
    asked,
    plan: planWithHeld(next),
    sort,
    from: 0,
    limit: WINDOW,
  });
}

export function rowsLoaded(state: ReaderState, { asked, from, rows, total }: Extract<Message, { kind: 'rows' }>): Step<ReaderState> {
  const index = state.views.findLastIndex((view) => view.kind === 'list' && view.asked === asked);
  const view = state.views[index];
  if (view?.kind !== 'list') return nothing(state);
  // A first answer replaces the rows of the question before; later ones add to the window.
  const known = new Map(view.total === null || from === 0 ? [] : [...view.rows].filter(([i]) => Math.abs(i - from) < REMEMBERED));
  for (const [i, row] of rows.entries()) known.set(from + i, row);
  const sought = view.seek === null ? -1 : rows.findIndex(({ id }) => id === view.seek);
  const cursor = sought === -1 ? Math.min(view.cursor, Math.max(0, (total ?? known.size) - 1)) : from + sought;
  const top = Math.max(Math.min(view.top, cursor), cursor - rowsPerPage(state, view) + 1);
  const shown: ReaderState = {
    ...tellBeginning(state, view, total),
    views: state.views.with(index, { ...view, rows: known, total, cursor, top, seek: null, answered: asked, beginningHas: null }),
  };
  if (view.goOn && view.total === null) return goOnAfter(shown, currentView(shown) as ListView);
  if (state.searched !== asked || total === null) return nothing(shown);
  return withEffects(
    { ...shown, searched: null },
    { kind: 'record', drafts: [{ type: 'search.run', data: { query: view.query, hits: total } }] },
  );
}

/** The number of the rows that are shown already. */
export function totalLoaded(state: ReaderState, { asked, total }: Extract<Message, { kind: 'total' }>): Step<ReaderState> {
  const index = state.views.findLastIndex((view) => view.kind === 'list' && view.asked === asked);
  const view = state.views[index];
  return nothing(view?.kind === 'list' ? { ...state, views: state.views.with(index, { ...view, total }) } : state);
}

/** How many rows there are, as far as is known: the first ones come before their number while one types. */
export const knownTotal = ({ total, rows }: ListView): number => total ?? rows.size;

/** Opens the row under the cursor; where the rows are those of an earlier question still, the one that comes. */
export function openUnderCursor(state: ReaderState, view: ListView, around: Surroundings): Step<ReaderState> {
  if (view.answered !== view.asked) return nothing(withView(state, { ...view, opening: true }));
  const row = rowUnderCursor(view);
  return row ? openCable(state, { id: row.id, goTo: null, via: viaOf(view), index: view.cursor }, around) : nothing(state);
}

/** What enter waited for, or what one goes on reading. */
export function openAwaited(step: Step<ReaderState>, around: Surroundings): Step<ReaderState> {
  const view = currentView(step.state);
  if (view.kind !== 'list' || view.answered !== view.asked || !(view.opening || view.continueAt)) return step;
  const closed: ListView = { ...view, opening: false, continueAt: null };
  const state = withView(step.state, closed);
  const opened = view.continueAt ? continueReading(state, closed, view.continueAt, around) : openUnderCursor(state, closed, around);
  return { state: opened.state, effects: [...step.effects, ...opened.effects] };
}

/** At its paragraph, and in its place in the list where it is among the first rows. */
function continueReading(
  state: ReaderState,
  view: ListView,
  { id, para, via }: NonNullable<ListView['continueAt']>,
  around: Surroundings,
): Step<ReaderState> {
  const [index = null] = [...view.rows].find(([, row]) => row.id === id) ?? [];
  const below = index === null ? nothing(state) : moveTo(state, view, index);
  const status: Status | null =
    para > 1 ? { text: `Going on at ¶${para}, where you stopped.${around.keys.hint('top', 'top')}`, tone: 'plain', undo: false } : null;
  const opened = openCable(below.state, { id, goTo: para > 1 ? String(para) : null, via, index }, around, status);
  return { state: opened.state, effects: [...below.effects, ...opened.effects] };
}

/** Asks again for what the list shows: rows that left it go, new ones come; the cursor stays on its cable. */
export function refreshList(state: ReaderState, view: ListView): Step<ReaderState> {
  const asked = state.asked + 1;
  const next: ListView = { ...view, asked, held: [], seek: rowUnderCursor(view)?.id ?? null };
  return withEffects(
    withView({ ...state, asked }, next),
    { kind: 'adopt' },
    { kind: 'load-rows', asked, plan: next.plan, sort: next.sort, from: 0, limit: Math.max(WINDOW, view.top + WINDOW) },
  );
}

/** Shows what was imported since the screen was drawn. */
export function showNewer(state: ReaderState): Step<ReaderState> {
  const view = currentView(state);
  return view.kind === 'list' ? refreshList(state, view) : withEffects(state, { kind: 'adopt' });
}

/** Puts the cursor on a row, scrolls so that it is seen, and asks for rows that are missing. */
export function moveTo(state: ReaderState, view: ListView, row: number): Step<ReaderState> {
  const cursor = Math.max(0, Math.min(row, (view.total ?? (view.answered === -1 ? Number.MAX_SAFE_INTEGER : view.rows.size)) - 1));
  const page = rowsPerPage(state);
  const top = cursor < view.top ? cursor : cursor >= view.top + page ? cursor - page + 1 : view.top;
  return loadWindow(withView(state, { ...view, cursor, top }), { ...view, cursor, top });
}

/** Asks for rows around the cursor where they are missing. */
export function fillWindow(state: ReaderState): Step<ReaderState> {
  const view = currentView(state);
  return view.kind === 'list' ? moveTo(state, view, view.cursor) : nothing(state);
}

function loadWindow(state: ReaderState, view: ListView, limit = WINDOW): Step<ReaderState> {
  const page = rowsPerPage(state);
  // A page ahead in both directions, so that scrolling meets rows that are there.
  const last = Math.min(view.top + 2 * page, view.total ?? page);
  for (let i = Math.max(0, view.top - page); i < Math.max(last, 1); i++) {
    if (view.rows.has(i)) continue;
    const from = view.total === null ? 0 : Math.max(0, i < view.top ? i - WINDOW / 2 : Math.min(i, view.cursor) - WINDOW / 4);
    return withEffects(state, { kind: 'load-rows', asked: view.asked, plan: planWithHeld(view), sort: view.sort, from, limit });
  }
  return nothing(state);
}

/** The list that the current cable was opened from. */
export const listBelow = (state: ReaderState): ListView | null =>
  (state.views.findLast((view) => view.kind === 'list') as ListView | undefined) ?? null;

/** Whether triage shows the next undecided cable, or the list its row. */
const isTriaging = (state: ReaderState, list: ListView): boolean => {
  const view = currentView(state);
  return view.kind === 'cable' ? view.triage : list.goOn;
};

/** The next or previous row of the list that is undecided for its question: at once where its rows are known. */
export function seekUndecided(state: ReaderState, step: 1 | -1, around: Surroundings): Step<ReaderState> {
  const list = listBelow(state);
  if (list === null) return nothing(state);
  let from = list.cursor + step;
  for (let row = list.rows.get(from); row; row = list.rows.get(from)) {
    const { verdict, due } = around.personal.mark(row.id, list.question);
    // What is decided with this very key is recorded by an effect, and behind the cursor.
    if (verdict === null || due)
      return undecidedFound(state, { kind: 'next-undecided', asked: list.asked, from, rows: [row], index: from }, around);
    from += step;
  }
  const wrap = isTriaging(state, list);
  return withEffects(state, {
    kind: 'find-undecided',
    asked: list.asked,
    plan: planWithHeld(list),
    sort: list.sort,
    from,
    step,
    wrap,
    after: null,
    queue: list.question,
  });
}

/** Triage that was left goes on after the cable decided last, wherever that stands now. */
function goOnAfter(state: ReaderState, list: ListView): Step<ReaderState> {
  const plan = planWithHeld(list);
  return withEffects(
    state,
    { kind: 'load-tally', asked: list.asked, plan, queue: list.question },
    {
      kind: 'find-undecided',
      asked: list.asked,
      plan,
      sort: list.sort,
      from: 0,
      step: 1,
      wrap: true,
      after: list.held[0] ?? null,
      queue: list.question,
    },
  );
}

export function undecidedFound(
  state: ReaderState,
  { asked, from, rows, index }: Extract<Message, { kind: 'next-undecided' }>,
  around: Surroundings,
): Step<ReaderState> {
  const place = state.views.findLastIndex((view) => view.kind === 'list' && view.asked === asked);
  const list = state.views[place];
  if (list?.kind !== 'list') return nothing(state);
  const triaging = isTriaging(state, list);
  const row = index === null ? undefined : rows[index - from];
  if (index === null || row === undefined) {
    if (!triaging) return nothing(say(state, 'No undecided cable in this direction.'));
    const done = { ...state, views: [...state.views.slice(0, place), { ...list, goOn: false }] };
    return fillWindow(say(done, `Triage done: every cable of this list is decided.`, 'done', true));
  }
  const known = new Map(list.rows);
  for (const [i, came] of rows.entries()) known.set(from + i, came);
  const moved: ReaderState = { ...state, views: state.views.with(place, { ...list, rows: known, goOn: false }) };
  if (!triaging) {
    const at = currentView(moved);
    return at.kind === 'list' ? moveTo(moved, at, index) : nothing(moved);
  }
  const again = index < list.cursor && state.status ? { ...state.status, text: `${state.status.text}   on from the top` } : state.status;
  const below: ReaderState = { ...moved, views: moved.views.slice(0, place + 1) };
  const scrolled = moveTo(below, currentView(below) as ListView, index);
  const opened = openCable(scrolled.state, { id: row.id, goTo: null, via: viaOf(list), index, triage: true }, around, again);
  return { state: opened.state, effects: [...scrolled.effects, ...opened.effects] };
}

/** How one comes to a cable from a list. */
export function viaOf(list: ListView) {
  return { ...(list.query !== '' && { query: list.query }), ...(list.question !== null && { search: list.question }) };
}

export const rowUnderCursor = (view: ListView): CatalogueRow | null => view.rows.get(view.cursor) ?? null;
