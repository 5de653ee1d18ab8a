/* Journals of several invented writers, for properties: each writer sees some of what the others wrote, decides, undoes. */

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { EventDraft, JournalEvent } from '../../store/journal/events.ts';
import { type Clock, formatHlc, observe, START, tick } from '../../store/journal/log/hlc.ts';
import { formatLine, NO_LINE, stampDraft } from '../../store/journal/log/line.ts';
import { formatWallTime } from '../../store/journal/log/wall-time.ts';
import type { Personal } from '../../store/journal/personal.ts';
import { Ledger } from '../../store/journal/projections/ledger.ts';
import { PersonalView } from '../../store/journal/projections/personal-view.ts';
import { isReading } from '../../store/journal/projections/subjects.ts';

/** 1,000 and more in the full run. */
export const RUNS = process.env['CABLES_FULL'] === '1' ? 1_000 : 100;
export const CABLES = ['09ARCADIA1', '09ARCADIA2', '08CARDENA7', '10STELLA30'];
export const QUEUES = [null, 'border'];
export const NOW = Date.parse('2026-11-24T12:00:00Z');

const cable = fc.constantFrom(...CABLES);
const cables = fc.uniqueArray(cable, { minLength: 1, maxLength: 3 });
const tag = fc.constantFrom('follow-up', 'trade', 'trade/fish');
const queue = fc.constantFrom(...QUEUES);
const via = fc.constantFrom({}, { query: 'border*' }, { search: 'border', hit: 2 });
const bookmark = fc.constantFrom('b1', 'b2');
const note = fc.constantFrom('n1', 'n2');
const text = fc.constantFrom('ask M.', 'the gauge', 'zwölf Brunnen');

const draft: fc.Arbitrary<EventDraft> = fc.oneof(
  fc.record({ type: fc.constantFrom('cable.kept', 'cable.skipped', 'cable.reset'), data: fc.record({ cables, queue, via }) }),
  fc.record({
    type: fc.constant('cable.deferred'),
    data: fc.record({ cables, queue, via, until: fc.constantFrom('2026-11-20T00:00:00.000Z', '2026-12-01T00:00:00.000Z') }),
  }),
  fc.record({ type: fc.constantFrom('tag.added', 'tag.removed'), data: fc.record({ cables, tag, via }) }),
  fc.record({ type: fc.constant('tag.renamed'), data: fc.record({ from: tag, to: tag }) }),
  fc.record({ type: fc.constant('bookmark.added'), data: fc.record({ bookmark, cable, via, para: fc.constantFrom(1, 2) }) }),
  fc.record({ type: fc.constant('bookmark.removed'), data: fc.record({ bookmark }) }),
  fc.record({ type: fc.constant('cable.marked'), data: fc.record({ cables, as: fc.constantFrom('read', 'unread'), via }) }),
  fc.record({ type: fc.constant('cable.opened'), data: fc.record({ cable, via }) }),
  fc.record({
    type: fc.constant('cable.read'),
    data: fc.record({
      cable,
      version: fc.constant('f'),
      para: fc.integer({ min: 1, max: 9 }),
      of: fc.constant(9),
      ms: fc.constantFrom(4_000, 30_000),
    }),
  }),
  fc.record({
    type: fc.constant('search.saved'),
    data: fc.record({ search: fc.constant('border'), name: fc.constantFrom('border', 'Border'), query: text }),
  }),
  fc.record({ type: fc.constant('search.looked'), data: fc.record({ search: fc.constant('border'), run: fc.nat(5) }) }),
) as fc.Arbitrary<EventDraft>;

export type Step =
  | { readonly do: 'record'; readonly drafts: readonly EventDraft[] }
  | { readonly do: 'note'; readonly note: string; readonly text: string | null; readonly cable: string }
  /** Takes back the nth last action that this writer knows (an undo among them: redo). */
  | { readonly do: 'undo'; readonly back: number }
  | { readonly do: 'sync' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('record' as const), drafts: fc.array(draft, { minLength: 1, maxLength: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('note' as const), note, text: fc.option(text), cable }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), back: fc.nat(6) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sync' as const) }) },
);

/** Who does what, and how far the writer's wall clock jumps before it (milliseconds, also backwards). */
export interface Deed {
  readonly writer: number;
  readonly jump: number;
  readonly step: Step;
}

export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({ writer: fc.nat(2), jump: fc.constantFrom(0, 1, 500, 40_000, 86_400_000, -3_600_000), step }),
  { minLength: 1, maxLength: 40 },
);

export interface Writer {
  readonly device: string;
  readonly slot: string;
  readonly events: JournalEvent[];
}

/** Lets the writers do their deeds. Each knows its own events and, since its last sync, those of the others. */
export function liveThrough(story: readonly Deed[]): Writer[] {
  const writers = [
    { device: '7f3a91c2', slot: 'k2v9', offset: 60 },
    { device: '7f3a91c2', slot: 'q9m1', offset: 60 },
    { device: '0badcafe', slot: 'aaaa', offset: -300 },
  ].map((who) => ({
    ...who,
    events: [] as JournalEvent[],
    known: [] as JournalEvent[],
    clock: START as Clock,
    wall: Date.parse('2026-10-30T08:00:00Z'),
  }));
  for (const { writer, jump, step: deed } of story) {
    const who = writers[writer]!;
    who.wall += jump;
    if (deed.do === 'sync') {
      who.known = writers.flatMap((other) => other.events);
      for (const { id } of who.known) who.clock = observe(who.clock, id);
      continue;
    }
    let action: string | null = null;
    for (const what of draftsOf(deed, who.known)) {
      who.clock = tick(who.clock, who.wall);
      const id = formatHlc(who.clock, who.device, who.slot);
      action ??= id;
      const event = stampDraft(what, { id, at: formatWallTime(who.wall, who.offset), action }, 1);
      who.events.push(event);
      who.known.push(event);
    }
  }
  return writers.map(({ device, slot, events }) => ({ device, slot, events }));
}

function draftsOf(deed: Exclude<Step, { do: 'sync' }>, known: readonly JournalEvent[]): readonly EventDraft[] {
  if (deed.do === 'record') return deed.drafts;
  if (deed.do === 'undo') {
    const actions = [...new Set(known.filter(({ type }) => !isReading(type)).map(({ action }) => action))];
    const action = actions.at(-1 - deed.back);
    return action === undefined ? [] : [{ type: 'action.undone', data: { action } }];
  }
  const base = known.findLast((event) => event.type === 'note.written' && event.data.note === deed.note)?.id ?? null;
  if (deed.text === null) return base === null ? [] : [{ type: 'note.removed', data: { note: deed.note, base } }];
  return [{ type: 'note.written', data: { note: deed.note, cable: deed.cable, text: deed.text, base, via: {} } }];
}

/** Everything that the read side says, as one value to compare. */
export function tellAll(personal: Personal): unknown {
  return {
    state: tellState(personal),
    history: personal.history({}),
    undoList: personal.undoList(1_000),
  };
}

/** The same without what was done: after an undo it is as before. */
export function tellState(personal: Personal): unknown {
  const ids = (predicate: string, of: string | null, value: string | null = null) => [...personal.ids(predicate, of, value)].sort();
  return {
    marks: CABLES.flatMap((id) => QUEUES.map((of) => ({ id, of, mark: sortElsewhere(personal.mark(id, of)) }))),
    places: CABLES.map((id) => personal.place(id)),
    lastPlace: personal.lastPlace(),
    tags: personal.tags(),
    bookmarks: [personal.bookmarks(), CABLES.map((id) => personal.bookmarks(id))],
    notes: [personal.notes(), CABLES.map((id) => personal.notes(id))],
    searches: personal.searches(),
    calendar: [...personal.calendar()],
    counts: personal.counts(),
    ids: ['read', 'opened', 'tagged', 'bookmarked', 'noted'].map((p) => ids(p, null)),
    decided: QUEUES.flatMap((of) => ['kept', 'skipped', 'later', 'due', 'decided'].map((p) => ids(p, of))),
    mine: ids('mine', null, 'trade'),
  };
}

const sortElsewhere = (mark: ReturnType<Personal['mark']>) => ({
  ...mark,
  elsewhere: [...mark.elsewhere].sort((a, b) => (String(a.queue) < String(b.queue) ? -1 : 1)),
});

export function viewOf(events: readonly JournalEvent[]): PersonalView {
  const ledger = new Ledger();
  ledger.add([...events]);
  return new PersonalView(ledger, () => NOW);
}

/** The lines of a writer, file by file name. */
export function filesOf({ slot, events }: Writer): Map<string, string> {
  const files = new Map<string, string>();
  const ends = new Map<boolean, { seq: number; prev: string }>();
  for (const event of events) {
    const reading = isReading(event.type);
    const end = ends.get(reading) ?? { seq: 0, prev: NO_LINE };
    const line = formatLine(event, end.seq + 1, end.prev);
    ends.set(reading, { seq: end.seq + 1, prev: line.sum });
    const name = `${slot}-${event.id.slice(0, 7)}${reading ? '.reading' : ''}.ndjson`;
    files.set(name, (files.get(name) ?? '') + line.text);
  }
  return files;
}

export function makeLibrary(writers: readonly Writer[] = []): string {
  const library = mkdtempSync(join(tmpdir(), 'cables-journal-'));
  for (const writer of writers) {
    const folder = join(library, 'journal', writer.device);
    mkdirSync(folder, { recursive: true });
    for (const [name, lines] of filesOf(writer)) writeFileSync(join(folder, name), lines);
  }
  return library;
}
