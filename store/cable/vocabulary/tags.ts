import { oneLine } from '../one-line.ts';
import { madeOnce } from './made-once.ts';
import { TAG_FIXES } from './tables/tag-fixes.generated.ts';
import { TAGS } from './tables/tags.generated.ts';

export type TagKind = 'subject' | 'program' | 'geographic' | 'organisation';

export interface TagMeaning {
  readonly kind: TagKind;
  readonly meaning: string;
}

const KINDS = { s: 'subject', p: 'program', g: 'geographic', o: 'organisation' } as const;
const meanings = madeOnce(
  () => new Map<string, TagMeaning>(TAGS().map(([tag, kind, meaning]) => [tag.toUpperCase(), { kind: KINDS[kind], meaning }])),
);

/** `KCRM` -> program, "Criminal Activity"; null for a tag without a known meaning. */
export const explainTag = (tag: string): TagMeaning | null => meanings().get(tag.toUpperCase()) ?? null;

export const isKnownTag = (tag: string): boolean => meanings().has(tag.toUpperCase());

/** Every tag with a meaning, in order of the alphabet. */
export const tagMeanings = (): readonly (TagMeaning & { readonly tag: string })[] =>
  TAGS().map(([tag, kind, meaning]) => ({ tag, kind: KINDS[kind], meaning }));

/**
 * One word as written -> the tags it stands for: `IZPREL` -> IZ, PREL; `POGOV` -> PGOV. Known fixes first; then a word that is nothing but
 * known tags written together is split; every other word is one tag, upper case.
 */
export function mendTag(written: string): readonly string[] {
  if (isOneTag(written)) return [written];
  const word = oneLine(written).toUpperCase();
  if (isOneTag(word)) return [word];
  return (Object.hasOwn(TAG_FIXES, word) ? TAG_FIXES[word] : undefined) ?? splitMergedTag(word) ?? [word];
}

const isOneTag = (word: string): boolean => meanings().has(word) && !Object.hasOwn(TAG_FIXES, word);

/* Subject and program tags have four letters, geographic ones two. A merged word is split only where one of four letters is in it and all
 * of the word is used up; geographic ones stand before or after those of four, as they do where writers set them apart.
 */
function splitMergedTag(word: string): readonly string[] | null {
  if (word.length < 6 || !/^[A-Z]+$/.test(word)) return null;
  const pieces: string[] = [];
  return split(word, 0, pieces) && pieces.some((piece) => piece.length === 4) ? pieces : null;
}

function split(word: string, from: number, pieces: string[]): boolean {
  if (from === word.length) return true;
  for (const length of [4, 2]) {
    const piece = word.slice(from, from + length);
    const kind = piece.length === length ? meanings().get(piece)?.kind : undefined;
    if (length === 4 ? kind !== 'subject' && kind !== 'program' : kind !== 'geographic') continue;
    pieces.push(piece);
    if (split(word, from + length, pieces)) return true;
    pieces.pop();
  }
  return false;
}
