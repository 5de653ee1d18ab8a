/* Whether an event's data is what its type says, as far as folding relies on it. A line with a right sum was checked when it
 * was written, but other programs may write lines too; what they got wrong is kept, skipped and counted. On the hot path,
 * so by hand and without zod.
 */
import type { EventType } from '../events.ts';

type Data = { readonly [field: string]: unknown };

const isText = (value: unknown): value is string => typeof value === 'string';
const isMaybe = (value: unknown, type: 'string' | 'number'): boolean => value === undefined || typeof value === type;
const isBase = (value: unknown): boolean => value === null || typeof value === 'string';
const isVia = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const isInstant = (value: unknown): boolean => value === undefined || (isText(value) && !Number.isNaN(Date.parse(value)));

function isCables(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (const cable of value) if (typeof cable !== 'string') return false;
  return true;
}

function isJudged({ cables, queue, via, because, until, words }: Data): boolean {
  return isCables(cables) && isBase(queue) && isVia(via) && isMaybe(because, 'string') && isMaybe(words, 'string') && isInstant(until);
}

export function isWellFormed(type: EventType, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const data = value as Data;
  switch (type) {
    case 'cable.read':
      return isText(data['cable']) && [data['para'], data['of'], data['ms']].every((n) => typeof n === 'number');
    case 'cable.opened':
      return isText(data['cable']) && isVia(data['via']);
    case 'tag.added':
    case 'tag.removed':
      return isCables(data['cables']) && isText(data['tag']) && isVia(data['via']) && isMaybe(data['because'], 'string');
    case 'cable.kept':
    case 'cable.skipped':
    case 'cable.deferred':
    case 'cable.reset':
      return isJudged(data);
    case 'cable.marked':
      return isCables(data['cables']) && (data['as'] === 'read' || data['as'] === 'unread');
    case 'tag.renamed':
      return isText(data['from']) && isText(data['to']);
    case 'bookmark.added':
      return isText(data['bookmark']) && isPlaced(data) && isMaybe(data['label'], 'string');
    case 'bookmark.removed':
      return isText(data['bookmark']);
    case 'note.written':
      return isText(data['note']) && isText(data['text']) && isBase(data['base']) && isPlaced(data);
    case 'note.removed':
      return isText(data['note']) && isBase(data['base']);
    case 'search.saved':
      return isText(data['search']) && isText(data['name']) && isText(data['query']);
    case 'search.looked':
      return isText(data['search']) && typeof data['run'] === 'number';
    case 'search.removed':
      return isText(data['search']);
    case 'search.run':
      return isText(data['query']) && typeof data['hits'] === 'number';
    case 'action.undone':
      return isText(data['action']);
    case 'device.named':
      return isText(data['name']);
    case 'device.adopted':
      return isText(data['from']);
    case 'reading.forgotten':
      return isText(data['before']);
    default:
      return (type satisfies never) && false;
  }
}

function isPlaced({ cable, para, quote }: Data): boolean {
  return isText(cable) && isMaybe(para, 'number') && isMaybe(quote, 'string');
}
