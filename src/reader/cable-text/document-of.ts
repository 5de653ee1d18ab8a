/* The lines of a cable view. Remembered for each cable, as long as nothing that they depend on has changed. */

import type { Note } from '../../../store/journal/personal.ts';
import type { CableView } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Size } from '../terminal/terminal.ts';
import { articlesOf } from './articles-of.ts';
import { type DocumentLine, layoutAsReceived, layoutDocument } from './cable-document.ts';
import { layoutHead } from './cable-head.ts';
import { digestSpans } from './digest.ts';
import { layoutDigestHead } from './digest-head.ts';
import { findCite } from './find-cite.ts';
import { placedMarks } from './placed-marks.ts';

const remembered = new WeakMap<object, { readonly key: string; readonly find: unknown; readonly lines: readonly DocumentLine[] }>();

export function documentOf(view: CableView, { columns }: Size, around: Surroundings): readonly DocumentLine[] {
  const { cable } = view;
  if (cable === null) return [];
  const { personal, glyphs } = around;
  const { bookmarks, notes } = placedMarks(view.id, cable, personal);
  const tags = personal.mark(view.id, null).tags;
  const key = JSON.stringify([
    columns,
    view.unfolded,
    view.received,
    view.digest,
    view.found?.length,
    tags,
    bookmarks.map(({ para, label }) => [para, label]),
    notes.map(({ para, text, conflicts, draft }) => [para, text, conflicts, draft]),
    view.cites.length,
  ]);
  const known = remembered.get(cable);
  if (known && known.key === key && known.find === view.find?.hits) return known.lines;
  const hits = view.find?.hits ?? [];
  const lines = view.received
    ? layoutAsReceived(cable, hits)
    : layoutDocument(cable, {
        columns: columns - 1,
        head: view.digest
          ? layoutDigestHead(cable, { columns: columns - 1, tags, glyphs })
          : [
              ...layoutHead(cable, {
                columns: columns - 1,
                tags,
                versions: view.found?.length ?? 1,
                articles: articlesOf(view).length,
                unfolded: view.unfolded,
                cited: describeCited(view, around),
                glyphs,
              }),
              ...notes
                .filter(({ para }) => para === null)
                .flatMap((note) => describeNote(note, glyphs.note).map((text) => [{ text: `  ${text}`, role: 'tag' as const }])),
            ],
        marks: new Map(bookmarks.flatMap(({ para }) => (para === null ? [] : [[para - 1, glyphs.bookmark] as const]))),
        notes: groupNotes(notes, glyphs.note),
        hits,
        pageRule: glyphs.pageRule,
        ...(view.digest && { excerpts: { spans: digestSpans(cable, hits), ellipsis: glyphs.ellipsis } }),
      });
  remembered.set(cable, { key, find: view.find?.hits, lines });
  return lines;
}

function describeCited({ cable, cites }: CableView, { personal, glyphs }: Surroundings): ReadonlyMap<string, string> {
  return new Map(
    (cable?.references ?? []).flatMap(({ id: written, inferredYear }) => {
      const cite = written === null ? undefined : findCite(cites, written);
      if (written === null || !cite) return [];
      if (cite.ghost) {
        // Cited once is cited here.
        const often = cite.cited > 1 ? `, cited ${cite.cited}x` : '';
        return [[written, `(not here${often}${inferredYear ? ', year?' : ''})`]];
      }
      const mark = personal.mark(cite.id, null);
      const as = cite.id === written ? '' : `as ${cite.id} `;
      return [[written, as + (mark.verdict === 'kept' ? glyphs.kept : mark.read ? 'read' : 'here')]];
    }),
  );
}

function groupNotes(notes: readonly Note[], sign: string): ReadonlyMap<number, readonly string[]> {
  const grouped = new Map<number, string[]>();
  for (const note of notes)
    if (note.para !== null) grouped.set(note.para - 1, [...(grouped.get(note.para - 1) ?? []), ...describeNote(note, sign)]);
  return grouped;
}

/** Its text in one line; where two machines wrote one, every version. */
function describeNote({ text, conflicts, draft }: Note, sign: string): string[] {
  const line = (version: string) => version.replaceAll(/\s*\n\s*/g, ' / ');
  if (conflicts.length === 0) return [`${sign} ${draft ? '(draft) ' : ''}${line(text)}`];
  return [text, ...conflicts].map((version, i, all) => `${sign} (${i + 1} of ${all.length} versions) ${line(version)}`);
}
