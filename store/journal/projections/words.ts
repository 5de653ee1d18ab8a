/* Events in words: what history, the log and the undo list say. Past tense. */
import type { EventOf, JournalEvent } from '../events.ts';
import type { Via } from '../personal.ts';

export interface Phrase {
  /** One word: `tagged`. A verdict is called as it is on every screen: `later`. */
  readonly verb: string;
  /** The rest: `+follow-up`. May be empty. */
  readonly detail: string;
}

/** Letters of `unbookmarked`: what stands behind a verb in a table begins in one column. */
export const LONGEST_VERB = 12;

/** Names that only the state knows. */
export interface Names {
  /** The name of a saved search, or null. */
  search(id: string): string | null;
  /** What taking back an action did: `undid  tagged +story`, or `redid` where that was an undo itself. */
  undo(action: string): Phrase;
  /** Tag, label, quote of a bookmark that was removed. */
  bookmark(id: string): string;
}

export function describeEvent(event: JournalEvent, names: Names): Phrase {
  switch (event.type) {
    case 'cable.kept':
      return { verb: 'kept', detail: forQuestion(event.data.queue, names) };
    case 'cable.skipped':
      return { verb: 'skipped', detail: forQuestion(event.data.queue, names) };
    case 'cable.deferred': {
      const { until, words, queue } = event.data;
      return { verb: 'later', detail: join(describeUntil(until ?? null, words ?? null, event.at), forQuestion(queue, names)) };
    }
    case 'cable.reset':
      return { verb: 'cleared', detail: join('the verdict', forQuestion(event.data.queue, names)) };
    case 'tag.added':
      return { verb: 'tagged', detail: `+${event.data.tag}` };
    case 'tag.removed':
      return { verb: 'untagged', detail: `-${event.data.tag}` };
    case 'tag.renamed':
      return { verb: 'renamed', detail: `tag ${event.data.from} to ${event.data.to}` };
    case 'bookmark.added':
      return { verb: 'bookmarked', detail: describePlace(event.data) };
    case 'bookmark.removed':
      return { verb: 'unbookmarked', detail: names.bookmark(event.data.bookmark) };
    case 'note.written':
      return { verb: event.data.draft ? 'drafted' : 'noted', detail: join(paragraph(event.data.para), shorten(event.data.text)) };
    case 'note.removed':
      return { verb: 'unnoted', detail: '' };
    case 'cable.marked':
      return { verb: 'marked', detail: event.data.as };
    case 'search.saved':
      return { verb: 'saved', detail: `search ${event.data.name}: ${event.data.query}` };
    case 'search.removed':
      return { verb: 'removed', detail: `search ${names.search(event.data.search) ?? event.data.search}` };
    case 'search.looked':
      return { verb: 'looked', detail: `through ${names.search(event.data.search) ?? event.data.search}` };
    case 'action.undone':
      return names.undo(event.data.action);
    case 'device.named':
      return { verb: 'named', detail: `this device ${event.data.name}` };
    case 'device.adopted':
      return { verb: 'adopted', detail: `the library of device ${event.data.from}` };
    case 'reading.forgotten':
      return { verb: 'forgot', detail: `reading before ${event.data.before}` };
    case 'cable.opened':
      return { verb: 'opened', detail: '' };
    case 'cable.read':
      return describeReading([event]);
    case 'search.run':
      return { verb: 'searched', detail: `${event.data.query} (${event.data.hits})` };
    default:
      return { verb: (event as { type: string }).type, detail: '' };
  }
}

/** `until fri (2026-11-27)`: the words as typed, and the day by the clock of the writer. @param at wall time with offset */
export function describeUntil(until: string | null, words: string | null, at: string): string {
  const offset = /([+-])(\d\d):(\d\d)$/.exec(at);
  const minutes = offset ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
  const instant = until === null ? Number.NaN : Date.parse(until);
  const day = Number.isNaN(instant) ? null : new Date(instant + minutes * 60_000).toISOString().slice(0, 10);
  if (words === null) return day === null ? '' : `until ${day}`;
  return day === null || words === day ? `until ${words}` : `until ${words} (${day})`;
}

/** One visit: how far, how long. */
export function describeReading(reads: readonly EventOf<'cable.read'>[]): Phrase {
  let para = 0;
  let of = 0;
  let ms = 0;
  for (const { data } of reads) {
    if (data.para >= para) ({ para, of } = data);
    ms += data.ms;
  }
  const where = para === 0 ? '' : of > 0 && para >= of ? 'to the end' : `to ¶${para}`;
  return { verb: 'read', detail: [where, formatDuration(ms)].filter(Boolean).join(', ') };
}

/** `6 min`, `40 s`, `2 h 5 min`; empty below a second. */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 1) return '';
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes / 60} h`;
}

/** How one came to it: `from border, hit in ¶2`. Empty where nothing is known. */
export function describeVia(via: Via, names: Pick<Names, 'search'>): string {
  return [
    via.search !== undefined && `from ${names.search(via.search) ?? via.search}`,
    via.query !== undefined && `by ${via.query}`,
    via.from !== undefined && `from ${via.from}`,
    via.jump !== undefined && `jumped by ${via.jump}`,
    via.hit !== undefined && `hit in ¶${via.hit}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** `tagged 09ARCADIA812 +follow-up`, `skipped 60 cables for border`. */
export function summarize(verb: string, cables: readonly string[], detail: string): string {
  const what = cables.length === 0 ? '' : cables.length === 1 ? cables[0]! : `${cables.length} cables`;
  return join(verb, what, detail);
}

function describePlace({ para, label, quote }: { para?: number; label?: string; quote?: string }): string {
  return join(paragraph(para), label ?? (quote ? `"${shorten(quote)}"` : ''));
}

const paragraph = (para: number | undefined): string => (para === undefined ? '' : `¶${para}`);

function forQuestion(queue: string | null | undefined, names: Names): string {
  return queue == null ? '' : `for ${names.search(queue) ?? queue}`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}

const join = (...parts: string[]): string => parts.filter(Boolean).join(' ');
