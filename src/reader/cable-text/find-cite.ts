import { twinIds } from '../../../store/cable/ids/reference-id.ts';
import type { ReferenceCount } from '../../../store/corpus/corpus.ts';

/** What the corpus knows of a reference: of its id as written, or of the twin under which the cable is here. */
export function findCite(cites: readonly ReferenceCount[], id: string): ReferenceCount | undefined {
  const names = [id, ...twinIds(id)];
  return cites.find((cite) => cite.id === id) ?? cites.find((cite) => names.includes(cite.id));
}
