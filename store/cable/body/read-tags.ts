import type { TagFound } from '../cable.ts';
import { mendTag } from '../vocabulary/tags.ts';

/* `ASEC ELAB`, `PREL, PGOV`, `OVIP (STEINBERG, JAMES B.)`: names in brackets belong to the word before them. */
const WORD = /\([^)]*\)|[A-Za-z][A-Za-z0-9&/-]*/g;

/** @param text the TAGS field without its label @param offset its place in the body */
export function readTags(text: string, offset: number): TagFound[] {
  const tags: TagFound[] = [];
  for (const match of text.matchAll(WORD)) {
    const original = match[0];
    if (original.startsWith('(') || original.length > 60) continue;
    const span = { start: offset + match.index, end: offset + match.index + original.length };
    for (const part of original.split('/').filter(Boolean)) {
      for (const tag of mendTag(part)) if (!tags.some((known) => known.tag === tag)) tags.push({ tag, original, span });
    }
  }
  return tags;
}
