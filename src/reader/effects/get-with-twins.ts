import { twinIds } from '../../../store/cable/ids/reference-id.ts';
import type { CableVersions, Corpus } from '../../../store/corpus/corpus.ts';

/** All texts of a cable, its own first, then those that stand under a garbled id of it, or under the one that its own garbles. */
export async function getWithTwins(id: string, corpus: Pick<Corpus, 'get'>): Promise<CableVersions | null> {
  const [found, ...twins] = await Promise.all([id, ...twinIds(id)].map((name) => corpus.get(name)));
  if (!found) return null;
  return { id, versions: [...found.versions, ...twins.flatMap((twin) => twin?.versions ?? [])] };
}
