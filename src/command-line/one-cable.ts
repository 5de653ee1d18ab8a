/* REF as people type it: `09ARCADIA812`, `09 arcadia 812`, `09ARCADIA812#12` (12th paragraph), `09ARCADIA812#par12` (the source site's anchor). */
import type { Cable, Paragraph } from '../../store/cable/cable.ts';
import type { CableVersions } from '../../store/corpus/corpus.ts';
import type { Library } from '../../store/library/open-library.ts';
import { NOTHING_FOUND, Refusal } from './exit.ts';

export interface NamedCable {
  readonly id: string;
  /** What stood behind `#`, or null. */
  readonly anchor: string | null;
}

/** @throws Refusal where no cable, or more than one, has that name. */
export async function resolveReference(words: readonly string[], library: Library): Promise<NamedCable> {
  const [reference = '', anchor = null] = words.join(' ').trim().split('#', 2);
  if (reference === '') throw new Refusal('Which cable? Type its reference id: 09ARCADIA812, or 09ARCADIA812#12 for its 12th paragraph.');
  const [id, second] = await library.corpus.resolve(reference);
  if (id === undefined) throw new Refusal(await explainAbsence(reference, library), NOTHING_FOUND);
  if (second !== undefined && id.toUpperCase() !== reference.toUpperCase()) {
    const all = await library.corpus.resolve(reference);
    throw new Refusal(
      `${reference} may be any of: ${all.slice(0, 8).join(' ')}${all.length > 8 ? ' ...' : ''}. Type one of them.`,
      NOTHING_FOUND,
    );
  }
  return { id, anchor };
}

/** @throws Refusal where the cable is not here. */
export async function getVersions(id: string, library: Library): Promise<CableVersions> {
  const versions = await library.corpus.get(id);
  if (versions === null) throw new Refusal(await explainAbsence(id, library), NOTHING_FOUND);
  return versions;
}

/** The paragraph that `#12` or `#par12` names, with its ordinal (1-based); null where there is none. */
export function paragraphAt(cable: Cable, anchor: string): { readonly ordinal: number; readonly paragraph: Paragraph } | null {
  const site = cable.anchors.find(({ name }) => name === anchor);
  const index = site
    ? cable.paragraphs.findIndex(({ start, end }) => site.start >= start && site.start < end)
    : /^\d+$/.test(anchor)
      ? Number(anchor) - 1
      : -1;
  const paragraph = cable.paragraphs[index];
  return paragraph ? { ordinal: index + 1, paragraph } : null;
}

async function explainAbsence(reference: string, library: Library): Promise<string> {
  const cited = await library.corpus.citedBy(reference);
  if (cited.length > 0)
    return `${reference}: cited ${cited.length}x, not here. Citing it: ${cited
      .slice(0, 5)
      .map(({ id }) => id)
      .join(' ')}`;
  if (library.corpus.info.cables === 0) return `${reference}: this library holds no cables yet. Type: cables import PATH`;
  return `${reference}: no such cable here. Type: cables list ${/[a-z]+/i.exec(reference)?.[0] ?? ''}`;
}
