/* What an event is about: which cables, and which bookmark, note or search. An event whose data is not what its type says
 * (a right sum, but written by some other program) is about nothing.
 */
import type { JournalEvent } from '../events.ts';

export interface Subjects {
  readonly cables: readonly string[];
  readonly bookmark?: string;
  readonly note?: string;
  readonly search?: string;
}

const NONE: readonly string[] = [];
const NOTHING: Subjects = { cables: NONE };

const isText = (value: unknown): value is string => typeof value === 'string';

export function subjectsOf(event: JournalEvent): Subjects {
  const data = event.data as Record<string, unknown> | null;
  if (typeof data !== 'object' || data === null) return NOTHING;
  switch (event.type) {
    case 'cable.opened':
    case 'cable.read':
      return isText(data['cable']) ? { cables: [data['cable']] } : NOTHING;
    case 'bookmark.added':
      return isText(data['cable']) && isText(data['bookmark']) ? { cables: [data['cable']], bookmark: data['bookmark'] } : NOTHING;
    case 'bookmark.removed':
      return isText(data['bookmark']) ? { cables: NONE, bookmark: data['bookmark'] } : NOTHING;
    case 'note.written':
      return isText(data['cable']) && isText(data['note']) && isText(data['text'])
        ? { cables: [data['cable']], note: data['note'] }
        : NOTHING;
    case 'note.removed':
      return isText(data['note']) ? { cables: NONE, note: data['note'] } : NOTHING;
    case 'search.saved':
    case 'search.removed':
    case 'search.looked':
      return isText(data['search']) ? { cables: NONE, search: data['search'] } : NOTHING;
    case 'tag.added':
    case 'tag.removed':
      return isText(data['tag']) && Array.isArray(data['cables']) ? { cables: data['cables'] as string[] } : NOTHING;
    case 'cable.kept':
    case 'cable.skipped':
    case 'cable.deferred':
    case 'cable.reset':
    case 'cable.marked':
      return Array.isArray(data['cables']) ? { cables: data['cables'] as string[] } : NOTHING;
    default:
      return NOTHING;
  }
}

/** Whether it is a decision that a person can take back. */
export function isDecision(type: string): boolean {
  switch (type) {
    case 'cable.opened':
    case 'cable.read':
    case 'search.run':
    case 'search.looked':
    case 'action.undone':
    case 'device.named':
    case 'device.adopted':
    case 'reading.forgotten':
      return false;
    default:
      return true;
  }
}

export function isReading(type: string): boolean {
  return type === 'cable.opened' || type === 'cable.read' || type === 'search.run';
}
