/* What the box offers: commands, places, ids, subjects, origins, tags and saved searches whose names match, best first. Candidates are
 * narrowed before they are ranked, since preparing a whole catalogue costs hundreds of megabytes.
 */
import { parseReferenceId } from '../../../store/cable/ids/reference-id.ts';
import type { Corpus } from '../../../store/corpus/corpus.ts';
import type { Choice } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { choicesOfEmptyBox, namedChoices } from './named-choices.ts';
import { rankChoices } from './rank-choices.ts';

const MOST = 60;
const CANDIDATES = 400;
/** A name that fits stands before cables whose subjects fit as well. */
const NAMES_FIRST = 0.2;

export interface FoundChoices {
  readonly choices: readonly Choice[];
  /** Of how many of the newest cables those among them are; null: of all. */
  readonly ofNewest: number | null;
}

export async function findChoices(text: string, corpus: Corpus, around: Surroundings): Promise<FoundChoices> {
  const typed = text.trim();
  if (typed === '') return { choices: choicesOfEmptyBox(around), ofNewest: null };
  const [exact, named, { rows, ofNewest }] = await Promise.all([
    corpus.resolve(typed).then((ids) => corpus.rows(ids.slice(0, 10))),
    namedChoices(typed, corpus, around),
    typed.length < 2 ? { rows: [], ofNewest: null } : corpus.candidates(typed, CANDIDATES),
  ]);
  const cables = rows.map((row) => cableChoice(row, typed));
  const ranked = [
    ...rankChoices(typed, named, MOST).map(({ score, choice }) => ({ score: score + NAMES_FIRST, choice })),
    ...rankChoices(typed, cables, MOST),
  ].sort((a, b) => b.score - a.score);
  const first = exact.map((row) => cableChoice(row, typed));
  if (first.length === 0) first.push(...(await ghostChoices(typed, corpus)));
  const known = new Set(first.map(({ name }) => name));
  const others = ranked.map(({ choice }) => choice).filter(({ name }) => !known.has(name));
  return { choices: [...first, ...others].slice(0, MOST), ofNewest };
}

/** Does ahead what the first key would wait for: names are prepared, and what answers about cables loads what it needs. Never fails. */
export async function prepareBox(corpus: Corpus, around: Surroundings): Promise<void> {
  await findChoices('an', corpus, around).catch(() => {});
}

const cableChoice = ({ id, subject }: { readonly id: string; readonly subject: string | null }, typed: string): Choice => ({
  name: id,
  detail: subject ?? '',
  key: '',
  target: { to: 'cable', id, goTo: null, via: { jump: typed } },
  disabled: null,
});

/** A cable that is not here leads to those that cite it. */
async function ghostChoices(typed: string, corpus: Corpus): Promise<Choice[]> {
  const id = parseReferenceId(typed)?.id;
  const cited = id === undefined ? 0 : (await corpus.citedBy(id)).length;
  if (id === undefined || cited === 0) return [];
  const target = { to: 'list', title: `cites ${id}`, query: `cites:${id}` } as const;
  return [{ name: id, detail: `not here, cited ${cited}x`, key: '', target, disabled: null }];
}
