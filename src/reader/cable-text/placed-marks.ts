/* Bookmarks and notes of a cable, at the paragraphs of the text that is on the screen: another edition has them elsewhere. */
import { findQuoted } from '../../../store/cable/body/find-quote.ts';
import type { Cable } from '../../../store/cable/cable.ts';
import type { Bookmark, Note, Personal } from '../../../store/journal/personal.ts';

export interface PlacedMarks {
  /** `para` is the ordinal in this text; null for the whole cable, or where this text does not have the paragraph. */
  readonly bookmarks: readonly Bookmark[];
  readonly notes: readonly Note[];
}

const remembered = new WeakMap<Cable, { readonly key: string; readonly places: ReadonlyMap<string, number | null> }>();

export function placedMarks(id: string, cable: Cable | null, personal: Personal): PlacedMarks {
  const bookmarks = personal.bookmarks(id);
  const notes = personal.notes(id);
  if (cable === null || (bookmarks.length === 0 && notes.length === 0)) return { bookmarks, notes };
  const places = placesIn(cable, [...bookmarks, ...notes]);
  const placed = <M extends Bookmark | Note>(mark: M): M => ({ ...mark, para: places.get(nameOf(mark)) ?? null });
  return { bookmarks: bookmarks.map(placed), notes: notes.map(placed) };
}

function placesIn(cable: Cable, marks: readonly (Bookmark | Note)[]): ReadonlyMap<string, number | null> {
  const key = JSON.stringify(marks.map(nameOf));
  const known = remembered.get(cable);
  if (known?.key === key) return known.places;
  const places = new Map(
    marks.map((mark) => [nameOf(mark), mark.para === null ? null : findQuoted(cable, { para: mark.para, quote: mark.quote })]),
  );
  remembered.set(cable, { key, places });
  return places;
}

const nameOf = ({ para, quote }: Bookmark | Note): string => `${para} ${quote}`;
