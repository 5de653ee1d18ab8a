/* The cable screen: open, move by line and paragraph, find, and record what was read. */

import { findQuoted } from '../../../../store/cable/body/find-quote.ts';
import type { Span } from '../../../../store/cable/cable.ts';
import { parseCable } from '../../../../store/cable/parse-cable.ts';
import { readCable } from '../../../../store/journal/decide/mark-read.ts';
import type { Via } from '../../../../store/journal/personal.ts';
import { documentOf } from '../../cable-text/document-of.ts';
import { findHits } from '../../cable-text/find-hits.ts';
import type { Effect, Message, Step } from '../../messages.ts';
import { rowsPerPage } from '../../screens/page-size.ts';
import { type CableView, currentView, type ListView, type ReaderState, type Status, withView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { nothing, say, withEffects } from '../step.ts';

export interface CableWanted {
  readonly id: string;
  readonly goTo: string | null;
  readonly via: Via;
  readonly index?: number | null;
  readonly triage?: boolean;
  readonly seekHits?: 1 | -1;
}

/** Opens a cable above the present view; the text comes with the answer. */
export function openCable(state: ReaderState, wanted: CableWanted, around: Surroundings, status: Status | null = null): Step<ReaderState> {
  const asked = state.asked + 1;
  const now = around.now().getTime();
  const view: CableView = {
    kind: 'cable',
    id: wanted.id,
    found: null,
    version: 0,
    cable: null,
    cites: [],
    top: 0,
    paragraph: null,
    unfolded: false,
    received: false,
    shift: 0,
    find: null,
    seekHits: wanted.seekHits ?? null,
    via: wanted.via,
    index: wanted.index ?? null,
    triage: wanted.triage ?? false,
    digest: wanted.triage ?? false,
    openedAt: now,
    recordedAt: now,
    goTo: wanted.goTo,
  };
  const effects: Effect[] = [{ kind: 'load-cable', asked, id: wanted.id }];
  return withEffects({ ...state, asked, status, views: [...state.views, view] }, ...effects);
}

export function cableLoaded(
  state: ReaderState,
  { id, found, cites }: Extract<Message, { kind: 'cable' }>,
  around: Surroundings,
): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind !== 'cable' || view.id !== id || view.cable !== null) return nothing(state);
  if (found === null)
    return nothing(
      say({ ...state, views: state.views.slice(0, -1) }, `${id} is not here${cites.length > 0 ? '' : ', only cited'}.`, 'bad'),
    );
  const cable = parseCable(found.versions[0]!);
  const { terms, query } = searchAbove(state, view);
  const hits = findHits(cable, terms);
  const loaded: CableView = {
    ...view,
    found: found.versions,
    cable,
    cites,
    find: hits.length > 0 ? { text: query, hits, at: 0 } : null,
  };
  const opened: Effect[] = state.library.readOnly
    ? []
    : [{ kind: 'record', drafts: [{ type: 'cable.opened', data: { cable: id, via: view.via } }] }];
  const placed = withView(state, loaded);
  const place = around.personal.place(id);
  if (view.goTo !== null)
    return { state: goToParagraph(placed, loaded, paragraphNamed(loaded, view.goTo, around), around), effects: opened };
  // The digest shows the hits where they stand, from its top.
  if (view.digest) return { state: placed, effects: opened };
  const came = `${id}: the ${view.seekHits === -1 ? 'previous' : 'next'} cable with hits`;
  if (hits.length > 0) {
    const shown = goToHit(placed, loaded, view.seekHits === -1 ? -1 : 0, around);
    return { state: view.seekHits === null ? shown : say(shown, `${came}.`), effects: opened };
  }
  if (view.seekHits !== null) return { state: say(placed, `${came}, in the subject alone.`), effects: opened };
  if (place && place.para > 1 && place.para < place.of && !view.triage) {
    return {
      state: say(
        goToParagraph(placed, loaded, place.para - 1, around),
        `Going on at ¶${place.para}, where you stopped.${around.keys.hint('top', 'top')}`,
      ),
      effects: opened,
    };
  }
  return { state: placed, effects: opened };
}

/** What the list was narrowed to that the cable was opened from. */
export function searchAbove({ views }: ReaderState, { index }: CableView): Pick<ListView, 'query' | 'terms'> {
  const list = index === null ? undefined : views.findLast((below) => below.kind === 'list');
  return list?.kind === 'list' ? list : { query: '', terms: [] };
}

/** An anchor of the site, or an ordinal; that of a bookmark or note is where this text has what it was put on. */
function paragraphNamed({ id, cable, via }: CableView, name: string, { personal }: Surroundings): number {
  if (via.jump === 'bookmark' || via.jump === 'note') {
    const marks = [...personal.bookmarks(id), ...personal.notes(id)];
    const quote = marks.find(({ para }) => String(para) === name)?.quote ?? null;
    return (findQuoted(cable!, { para: Number(name), quote }) ?? 0) - 1;
  }
  const site = cable!.anchors.find((anchor) => anchor.name === name);
  if (site) return cable!.paragraphs.findLastIndex(({ start }) => start <= site.start + 1);
  return /^\d+$/.test(name) ? Number(name) - 1 : -1;
}

/** Scrolls by lines; the paragraph mark stays until its paragraph leaves the window. */
export function scrollCable(state: ReaderState, view: CableView, lines: number, around: Surroundings): ReaderState {
  return placeTop(state, view, view.top + lines, around);
}

function placeTop(state: ReaderState, view: CableView, wanted: number, around: Surroundings): ReaderState {
  const document = documentOf(view, state.size, around);
  const page = rowsPerPage(state);
  const top = Math.max(0, Math.min(wanted, document.length - page));
  const seen = document.slice(top, top + page);
  const shown = seen.some(({ paragraph }) => paragraph !== null && paragraph === view.paragraph);
  const first = seen.find(({ paragraph }) => paragraph !== null)?.paragraph ?? null;
  return withView(state, { ...view, top, paragraph: shown ? view.paragraph : first });
}

/** @param index 0-based */
export function goToParagraph(state: ReaderState, view: CableView, index: number, around: Surroundings): ReaderState {
  const paragraph = Math.max(0, Math.min(index, (view.cable?.paragraphs.length ?? 1) - 1));
  const document = documentOf(view, state.size, around);
  const line = document.findIndex((row) => row.paragraph === paragraph && row.line.length > 0);
  if (line === -1) return state;
  const page = rowsPerPage(state);
  const last = document.findLastIndex((row) => row.paragraph === paragraph);
  const visible = line >= view.top && last < view.top + page;
  const moved = visible ? withView(state, view) : placeTop(state, view, line - (page > 12 ? 1 : 0), around);
  const at = currentView(moved) as CableView;
  return withView(moved, { ...at, paragraph });
}

export function stepParagraph(state: ReaderState, view: CableView, step: number, around: Surroundings): ReaderState {
  const from = view.paragraph ?? (step > 0 ? -1 : 0);
  const to = from + step;
  const count = view.cable?.paragraphs.length ?? 0;
  if (to >= count) return say(state, `The last paragraph.${around.keys.hint('next-cable', 'next cable')}`);
  return goToParagraph(state, view, to, around);
}

export function goToEdge(state: ReaderState, view: CableView, edge: 'top' | 'end', around: Surroundings): ReaderState {
  return placeTop(state, view, edge === 'top' ? 0 : Number.MAX_SAFE_INTEGER, around);
}

/** Puts a hit in the window and tells its number. */
export function goToHit(state: ReaderState, view: CableView, at: number, around: Surroundings): ReaderState {
  const { find } = view;
  if (!find || find.hits.length === 0) return say(state, `Nothing to find: press ${around.keys.keyOf('find')} and type words.`);
  const index = ((at % find.hits.length) + find.hits.length) % find.hits.length;
  const hit = find.hits[index]!;
  const next: CableView = { ...view, find: { ...find, at: index } };
  const document = documentOf(next, state.size, around);
  const line = document.findIndex(({ span }) => span !== null && span.start < hit.end && span.end > hit.start);
  const page = rowsPerPage(state);
  const seen = line >= view.top && line < view.top + page;
  const placed = line === -1 || seen ? withView(state, next) : placeTop(state, next, line - Math.floor(page / 3), around);
  const paragraph = line === -1 ? view.paragraph : (document[line]?.paragraph ?? null);
  return withView(placed, { ...(currentView(placed) as CableView), paragraph });
}

export function findInCable(state: ReaderState, view: CableView, text: string, hits: readonly Span[], around: Surroundings): ReaderState {
  if (text === '') return withView(state, { ...view, find: null });
  const next: CableView = { ...view, find: { text, hits, at: 0 } };
  if (hits.length === 0) return withView(state, next);
  const here = documentOf(view, state.size, around)[view.top]?.span?.start ?? 0;
  const first = hits.findIndex(({ start }) => start >= here);
  return goToHit(withView(state, next), next, Math.max(0, first), around);
}

const EVERY_MS = 30_000;

/** Records time and place of reading: every 30 s, and on leaving. */
export function recordReading(state: ReaderState, around: Surroundings, leaving: boolean): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind !== 'cable' || view.cable === null || view.digest || state.library.readOnly) return nothing(state);
  const now = around.now().getTime();
  const ms = now - view.recordedAt;
  if (!leaving && ms < EVERY_MS) return nothing(state);
  const of = Math.max(1, view.cable.paragraphs.length);
  const drafts = readCable(around.personal, {
    cable: view.id,
    version: view.cable.source.sha256.slice(0, 16),
    para: reachedParagraph(state, view, around),
    of,
    ms,
  });
  if (drafts.length === 0) return nothing(state);
  return withEffects(withView(state, { ...view, recordedAt: now }), { kind: 'record', drafts });
}

/** 1-based: the last one when the end of the text is on screen, else that under the cursor. */
function reachedParagraph(state: ReaderState, view: CableView, around: Surroundings): number {
  const document = documentOf(view, state.size, around);
  const atEnd = view.top + rowsPerPage(state) >= document.length;
  const count = Math.max(1, view.cable!.paragraphs.length);
  return atEnd ? count : Math.min(count, (view.paragraph ?? 0) + 1);
}
