/* What the box knows by name beside cables: commands, places to browse, saved searches, tags of one's own, origins, and the cables' own TAGS. */
import { explainTag, tagMeanings } from '../../../store/cable/vocabulary/tags.ts';
import type { Corpus, FacetValue } from '../../../store/corpus/corpus.ts';
import { groupDigits } from '../../text/group-digits.ts';
import { nameKeys } from '../keys/key-sheet.ts';
import { GROUPS, type Group } from '../keys/keymap.ts';
import type { Choice } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { browseByMonth, browseTargets } from '../update/browse/browse.ts';

/** Commands that mean nothing without a row or a paragraph under the cursor are left to their keys. */
const NOT_IN_BOX = new Set(['down', 'up', 'line-down', 'cancel', 'box', 'open', 'narrow', 'reference-by-label']);

/** How commands stand in an empty box: what one goes to before what one does, movement last. */
const IN_EMPTY_BOX: readonly Group[] = ['go', 'look', 'find', 'decide', 'open', 'copy', 'mark', 'leave'];

/** Before anything is typed. */
export const choicesOfEmptyBox = (around: Surroundings): Choice[] => [
  ...searchChoices(around),
  ...IN_EMPTY_BOX.flatMap((group) => commandChoices(group, around)),
  ...tagChoices(around),
];

/** All that may be meant by what is typed. */
export const namedChoices = async (typed: string, corpus: Corpus, around: Surroundings): Promise<Choice[]> => [
  ...(Object.keys(GROUPS) as Group[]).flatMap((group) => commandChoices(group, around)),
  ...browseChoices(corpus),
  ...searchChoices(around),
  ...tagChoices(around),
  ...(await originChoices(corpus)),
  ...(await tagsOfCables(typed, corpus)),
];

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
  return [...browseTargets(info), browseByMonth].map(({ name, target }) => ({ name, detail: 'browse', key: '', target, disabled: null }));
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

interface Known {
  readonly generation: string;
  readonly origins: readonly FacetValue[];
  readonly tags: ReadonlySet<string>;
}

const known = new WeakMap<Corpus, Known>();

/** What the cables have, asked once a generation of the index: the thread that counts may be busy while one types. */
async function knownOf(corpus: Corpus): Promise<Known> {
  const { generation } = corpus.info;
  const before = known.get(corpus);
  if (before?.generation === generation) return before;
  const all = { kind: 'all' } as const;
  const [origins, tags] = await Promise.all([corpus.facets(all, 'origin'), corpus.facets(all, 'tag')]);
  const now = { generation, origins, tags: new Set(tags.map(({ value }) => value)) };
  known.set(corpus, now);
  return now;
}

/** All origins, most frequent first. */
export const originsOf = async (corpus: Corpus): Promise<readonly FacetValue[]> => (await knownOf(corpus)).origins;

const originChoices = async (corpus: Corpus): Promise<Choice[]> =>
  (await originsOf(corpus)).map(({ value, count }) => ({
    name: value,
    detail: `origin, ${groupDigits(count)}`,
    key: '',
    target: { to: 'list', title: value, query: `from:"${value}"` },
    disabled: null,
  }));

/** TAGS that some cable has. */
async function tagsOfCables(typed: string, corpus: Corpus): Promise<Choice[]> {
  const upper = typed.toUpperCase();
  const { tags } = await knownOf(corpus);
  return tagMeanings()
    .filter(({ tag }) => tags.has(tag))
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
