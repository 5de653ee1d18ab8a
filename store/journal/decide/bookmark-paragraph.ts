/* Bookmarks on a cable or a paragraph of it. Pure; nothing where nothing changes. */
import type { EventDraft } from '../events.ts';
import type { Personal, Via } from '../personal.ts';

export interface BookmarkInput {
  readonly cable: string;
  readonly via: Via;
  /** Paragraph ordinal, 1-based; without one the whole cable. */
  readonly para?: number;
  /** Beginning of the paragraph, by which it is found again in another edition. */
  readonly quote?: string;
  readonly label?: string;
}

/** The same place has one bookmark, on every machine: its name is the place. */
export function nameBookmark(cable: string, para: number | undefined): string {
  return para === undefined ? cable : `${cable}#${para}`;
}

/** A new label replaces the old one. */
export function addBookmark(personal: Personal, input: BookmarkInput): EventDraft[] {
  const { cable, para, quote, label, via } = input;
  const there = personal.bookmarks(cable).find((bookmark) => bookmark.para === (para ?? null));
  if (there && (label === undefined || label === there.label)) return [];
  const bookmark = there?.id ?? nameBookmark(cable, para);
  const kept = quote ?? there?.quote ?? undefined;
  return [
    {
      type: 'bookmark.added',
      data: {
        bookmark,
        cable,
        ...(para !== undefined && { para }),
        ...(kept !== undefined && { quote: kept }),
        ...(label && { label }),
        via,
      },
    },
  ];
}

export function removeBookmark(personal: Personal, { bookmark }: { readonly bookmark: string }): EventDraft[] {
  const there = personal.bookmarks().some(({ id }) => id === bookmark);
  return there ? [{ type: 'bookmark.removed', data: { bookmark } }] : [];
}
