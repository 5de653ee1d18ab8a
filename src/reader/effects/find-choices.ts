/* What the box offers: commands, places, ids, subjects, origins, tags and saved searches whose names match, best first. Candidates are
 * narrowed before they are ranked, since preparing a whole catalogue costs hundreds of megabytes.
 */
import { parseReferenceId } from '../../../store/cable/ids/reference-id.ts';
import type { Candidates, Corpus } from '../../../store/corpus/corpus.ts';
import { foldWords } from '../../../store/query/fold-words.ts';
import type { Choice } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { cableChoice } from './cable-choice.ts';
import { guessChoices } from './guess-choices.ts';
import { choicesOfEmptyBox, namedChoices, originsOf } from './named-choices.ts';
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
    ...rankChoices(typed, named, MOST).map(({ score, choice }) => ({
      score: score + NAMES_FIRST + commandFirst(typed, choice),
      choice,
    })),
    ...rankChoices(typed, cables, MOST),
  ].sort((a, b) => b.score - a.score);
  const first = exact.map((row) => cableChoice(row, typed));
  if (first.length === 0) first.push(...(await ghostChoices(typed, corpus)));
  const found = ranked.map(({ choice }) => choice);
  const maybeId = first.length === 0 && /\d/.test(typed) && !isBegun(typed, rows);
  const readings = [...(maybeId ? [typed] : []), ...withYearFirst(typed)];
  const origins = readings.length > 0 ? await originsOf(corpus) : [];
  const guesses = (await Promise.all(readings.map((reading) => guessChoices(reading, corpus, origins)))).flat();
  // Who typed words of a subject with a number among them did not mean an id.
  const inOrder = guesses.length > 0 && isInSubject(typed, rows) ? [...first, ...found, ...guesses] : [...first, ...guesses, ...found];
  return { choices: withoutRepeats(inOrder).slice(0, MOST), ofNewest };
}

/** Who types a command's name, or its first word, wants it, whatever else begins so. @returns what is added to its score */
function commandFirst(typed: string, { name, target }: Choice): number {
  const [title = ''] = name.toLowerCase().split(';');
  const text = typed.toLowerCase();
  return target?.to !== 'command' ? 0 : title === text ? 2 : title.startsWith(`${text} `) ? 1 : 0;
}

type Candidate = Candidates['rows'][number];

/** Whether an id that is here begins so. */
const isBegun = (typed: string, rows: readonly Candidate[]): boolean => {
  const beginning = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return rows.some(({ id }) => id.startsWith(beginning));
};

/** `paris 2008` is a cable by its number, and perhaps the origin in that year. */
const withYearFirst = (typed: string): string[] => {
  const [, words, year] = /^(\D+?)\s+((?:19|20)\d\d)$/.exec(typed) ?? [];
  return words === undefined ? [] : [`${year} ${words}`];
};

const isInSubject = (typed: string, rows: readonly Candidate[]): boolean => {
  const words = foldWords(typed);
  return rows.some(({ subject }) => {
    const there = new Set(foldWords(subject ?? ''));
    return words.every((word) => there.has(word));
  });
};

/** A cable once, where it stands first. */
function withoutRepeats(choices: readonly Choice[]): Choice[] {
  const known = new Set<string>();
  return choices.filter(({ target }) => {
    if (target?.to !== 'cable') return true;
    const again = known.has(target.id);
    known.add(target.id);
    return !again;
  });
}

/** Does ahead what the first key would wait for: names are prepared, and what answers about cables loads what it needs. Never fails. */
export async function prepareBox(corpus: Corpus, around: Surroundings): Promise<void> {
  await findChoices('an', corpus, around).catch(() => {});
}

/** A cable that is not here leads to those that cite it. */
async function ghostChoices(typed: string, corpus: Corpus): Promise<Choice[]> {
  const id = parseReferenceId(typed)?.id;
  const cited = id === undefined ? 0 : (await corpus.citedBy(id)).length;
  if (id === undefined || cited === 0) return [];
  const target = { to: 'list', title: `cites ${id}`, query: `cites:${id}` } as const;
  return [{ name: id, detail: `not here, cited ${cited}x`, key: '', target, disabled: null }];
}
