/* The meaning of the journal by the letter, slow and simple: what the projections have to agree with. */
import type { JournalEvent } from '../../store/journal/events.ts';
import type { Personal } from '../../store/journal/personal.ts';
import { CABLES, QUEUES } from './invented-journal.ts';

/** Tags, verdicts, read marks, bookmarks and searches. */
export function tellNaively(events: readonly JournalEvent[]): unknown {
  const ordered = [...new Map(events.map((event) => [event.id as string, event])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const standing = ordered.filter(({ action }) => !isUndone(action, ordered));
  return {
    tags: CABLES.map((cable) => [...tagsOf(cable, standing)].sort()),
    verdicts: CABLES.map((cable) => QUEUES.map((queue) => verdictOf(cable, queue, standing))),
    read: CABLES.map((cable) => isRead(cable, standing)),
    bookmarks: ['b1', 'b2'].filter(
      (id) =>
        last(standing, (e) => (e.type === 'bookmark.added' || e.type === 'bookmark.removed') && e.data.bookmark === id)?.type ===
        'bookmark.added',
    ),
    search: last(standing, (e) => e.type === 'search.saved')?.data,
  };
}

/** The same of the read side. */
export function tellRegisters(personal: Personal): unknown {
  const [search] = personal.searches();
  return {
    tags: CABLES.map((cable) => personal.mark(cable, null).tags),
    verdicts: CABLES.map((cable) => QUEUES.map((queue) => personal.mark(cable, queue).verdict)),
    read: CABLES.map((cable) => personal.mark(cable, null).read),
    bookmarks: personal
      .bookmarks()
      .map(({ id }) => id)
      .sort(),
    search: search && { search: search.id, name: search.name, query: search.query },
  };
}

/** "An action is undone when an action.undone that is itself not undone names it." */
function isUndone(action: string, events: readonly JournalEvent[]): boolean {
  return events.some(
    (event) => event.type === 'action.undone' && event.data.action === action && event.action > action && !isUndone(event.action, events),
  );
}

function tagsOf(cable: string, standing: readonly JournalEvent[]): Set<string> {
  const tags = new Map<string, boolean>();
  for (const event of standing) {
    if ((event.type === 'tag.added' || event.type === 'tag.removed') && event.data.cables.includes(cable)) {
      tags.set(renamed(event.data.tag, event.id, standing), event.type === 'tag.added');
    }
  }
  return new Set([...tags].filter(([, on]) => on).map(([tag]) => tag));
}

/** "`tag.renamed` renames in events with a smaller id." */
function renamed(tag: string, id: string, standing: readonly JournalEvent[]): string {
  let name = tag;
  for (const event of standing) if (event.type === 'tag.renamed' && event.id > id && event.data.from === name) name = event.data.to;
  return name;
}

function verdictOf(cable: string, queue: string | null, standing: readonly JournalEvent[]): string | null {
  const names = { 'cable.kept': 'kept', 'cable.skipped': 'skipped', 'cable.deferred': 'later', 'cable.reset': null } as const;
  const event = last(standing, (e) => e.type in names && 'queue' in e.data && e.data.queue === queue && e.data.cables.includes(cable));
  return event ? names[event.type as keyof typeof names] : null;
}

/** "The end was reached, or 10 s in the cable screen, or marked so; the latest mark wins." */
function isRead(cable: string, standing: readonly JournalEvent[]): boolean {
  let read = false;
  let ms = 0;
  for (const event of standing) {
    if (event.type === 'cable.marked' && event.data.cables.includes(cable)) {
      read = event.data.as === 'read';
      ms = 0;
    }
    if (event.type === 'cable.opened' && event.data.cable === cable) ms = 0;
    if (event.type === 'cable.read' && event.data.cable === cable) {
      ms += event.data.ms;
      if (event.data.para >= event.data.of || ms >= 10_000) read = true;
    }
  }
  return read;
}

function last(events: readonly JournalEvent[], matches: (event: JournalEvent) => boolean): JournalEvent | undefined {
  return events.findLast(matches);
}
