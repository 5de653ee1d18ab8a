/* What the box offers: commands, places, ids, subjects, origins, tags and saved searches whose names match, best first. Candidates are
 * narrowed before they are ranked, since preparing a whole catalogue costs hundreds of megabytes.
 */
import fuzzysort from 'fuzzysort';
import { parseReferenceId } from '../../../store/cable/ids/reference-id.ts';
import { explainTag, tagMeanings } from '../../../store/cable/vocabulary/tags.ts';
import type { Corpus } from '../../../store/corpus/corpus.ts';
import { nameKeys } from '../keys/key-sheet.ts';
import { GROUPS, type Group } from '../keys/keymap.ts';
import type { Choice } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { browseTargets } from '../update/browse/browse.ts';

const MOST = 60;
const CANDIDATES = 400;
/** Keys for which fuzzysort keeps what it made of names: most names of a key are those of the key before. A megabyte a key, at most. */
const KEYS_PREPARED = 16;
/** A name that fits stands before cables whose subjects fit as well. */
const NAMES_FIRST = 0.2;
/** Commands that mean nothing without a row or a paragraph under the cursor are left to their keys. */
const NOT_IN_BOX = new Set(['down', 'up', 'line-down', 'cancel', 'box', 'open', 'narrow', 'reference-by-label']);

/** How commands stand in an empty box: what one goes to before what one does, movement last. */
const IN_EMPTY_BOX: readonly Group[] = ['go', 'look', 'find', 'decide', 'open', 'copy', 'mark', 'leave'];

export interface FoundChoices {
  readonly choices: readonly Choice[];
  /** Of how many of the newest cables those among them are; null: of all. */
  readonly ofNewest: number | null;
}

let keysPrepared = 0;

export async function findChoices(text: string, corpus: Corpus, around: Surroundings): Promise<FoundChoices> {
  const typed = text.trim();
  const named = [
    ...(Object.keys(GROUPS) as Group[]).flatMap((group) => commandChoices(group, around)),
    ...browseChoices(corpus),
    ...searchChoices(around),
    ...tagChoices(around),
  ];
  if (typed === '') {
    const choices = [...searchChoices(around), ...IN_EMPTY_BOX.flatMap((group) => commandChoices(group, around)), ...tagChoices(around)];
    return { choices, ofNewest: null };
  }
  const ids = (await corpus.resolve(typed)).slice(0, 10);
  const exact = await corpus.rows(ids);
  const origins = await originChoices(corpus);
  const { rows, ofNewest } = typed.length < 2 ? { rows: [], ofNewest: null } : await corpus.candidates(typed, CANDIDATES);
  const cables = rows.map((row) => cableChoice(row, typed));
  const ranked = [
    ...rank(typed, [...named, ...origins, ...tagsOfCables(typed)]).map(({ score, choice }) => ({ score: score + NAMES_FIRST, choice })),
    ...rank(typed, cables),
  ].sort((a, b) => b.score - a.score);
  if (++keysPrepared >= KEYS_PREPARED) {
    fuzzysort.cleanup();
    keysPrepared = 0;
  }
  const first = exact.map((row) => cableChoice(row, typed));
  if (first.length === 0) first.push(...(await ghostChoices(typed, corpus)));
  const known = new Set(first.map(({ name }) => name));
  const others = ranked.map(({ choice }) => choice).filter(({ name }) => !known.has(name));
  return { choices: [...first, ...others].slice(0, MOST), ofNewest };
}

const cableChoice = ({ id, subject }: { readonly id: string; readonly subject: string | null }, typed: string): Choice => ({
  name: id,
  detail: subject ?? '',
  key: '',
  target: { to: 'cable', id, goTo: null, via: { jump: typed } },
  disabled: null,
});

/** Those that match, best first. */
const rank = (typed: string, choices: readonly Choice[]): { readonly score: number; readonly choice: Choice }[] =>
  fuzzysort.go(typed, choices, { keys: ['name', 'detail'], threshold: 0.2, limit: MOST }).map(({ score, obj }) => ({ score, choice: obj }));

/** A cable that is not here leads to those that cite it. */
async function ghostChoices(typed: string, corpus: Corpus): Promise<Choice[]> {
  const id = parseReferenceId(typed)?.id;
  const cited = id === undefined ? 0 : (await corpus.citedBy(id)).length;
  if (id === undefined || cited === 0) return [];
  const target = { to: 'list', title: `cites ${id}`, query: `cites:${id}` } as const;
  return [{ name: id, detail: `not here, cited ${cited}x`, key: '', target, disabled: null }];
}

function commandChoices(of: Group, { keys: keymap }: Surroundings): Choice[] {
  return keymap.commands
    .filter(({ id, group }) => group === of && !NOT_IN_BOX.has(id))
    .map(({ id, keys, title }) => ({
      name: title,
      detail: GROUPS[of].toLowerCase(),
      key: nameKeys(keys.slice(0, 1)),
      target: { to: 'command', command: id },
      disabled: null,
    }));
}

function browseChoices({ info }: Corpus): Choice[] {
  return browseTargets(info).map(({ name, target }) => ({ name, detail: 'browse', key: '', target, disabled: null }));
}

function searchChoices({ personal }: Surroundings): Choice[] {
  return personal.searches().map(({ id, name, query }) => ({
    name,
    detail: `question: ${query}`,
    key: '',
    target: { to: 'list', title: name, query, question: id },
    disabled: null,
  }));
}

function tagChoices({ personal }: Surroundings): Choice[] {
  return personal.tags().map(({ tag, count }) => ({
    name: `#${tag}`,
    detail: `your tag, ${count}`,
    key: '',
    target: { to: 'list', title: `#${tag}`, query: `mine:${tag}` },
    disabled: null,
  }));
}

async function originChoices(corpus: Corpus): Promise<Choice[]> {
  const origins = await corpus.facets({ kind: 'all' }, 'origin');
  return origins.map(({ value, count }) => ({
    name: value,
    detail: `origin, ${count.toLocaleString('en')}`,
    key: '',
    target: { to: 'list', title: value, query: `from:"${value}"` },
    disabled: null,
  }));
}

function tagsOfCables(typed: string): Choice[] {
  const upper = typed.toUpperCase();
  return tagMeanings()
    .filter(({ tag, meaning }) => tag.startsWith(upper) || meaning.toUpperCase().includes(upper))
    .slice(0, 100)
    .map(({ tag }) => ({
      name: tag,
      detail: `TAGS: ${explainTag(tag)?.meaning ?? ''}`,
      key: '',
      target: { to: 'list', title: tag, query: `tags:${tag}` },
      disabled: null,
    }));
}
