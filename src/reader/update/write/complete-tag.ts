/* Tags while they are typed: what a word may become, and which ones have a key of their own. */
import type { Prompt } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';

interface BegunWord {
  /** Where it begins in the text. */
  readonly start: number;
  readonly sign: string;
  readonly name: string;
}

function wordUnderCursor({ text, cursor }: Prompt): BegunWord {
  const start = /\S*$/.exec(text.slice(0, cursor))!.index;
  const typed = text.slice(start, cursor);
  return { start, sign: /^[+-]/.exec(typed)?.[0] ?? '+', name: typed.replace(/^[+-]/, '').toLowerCase() };
}

/** Tags that begin so, then those that hold it, most used first. */
function matchingTags(name: string, { personal }: Surroundings): readonly string[] {
  const tags = personal.tags().map(({ tag }) => tag);
  return [...tags.filter((tag) => tag.startsWith(name)), ...tags.filter((tag) => !tag.startsWith(name) && tag.includes(name))];
}

/** `+fo` -> `+follow-up `; in a rename the name alone. */
export function completeTag(prompt: Prompt, around: Surroundings): Prompt {
  const { start, sign, name } = wordUnderCursor(prompt);
  const found = matchingTags(name, around).find((tag) => tag !== name);
  if (found === undefined) return prompt;
  const before = prompt.kind === 'rename' ? found : `${prompt.text.slice(0, start)}${sign}${found} `;
  return { ...prompt, text: before + prompt.text.slice(prompt.cursor), cursor: before.length };
}

const OFFERED = 5;

/** What the word under the cursor may become: `#follow-up  #food`, or that it is new. Empty before a word. */
export function describeWord(prompt: Prompt, around: Surroundings): string {
  const { name } = wordUnderCursor(prompt);
  if (name === '') return '';
  const tags = matchingTags(name, around);
  const known = around.personal.tags().find(({ tag }) => tag === name);
  const others = tags.filter((tag) => tag !== name).slice(0, OFFERED);
  const itself = known ? `#${name} (${known.count})` : `#${name} is new`;
  return others.length === 0 ? itself : `${itself}     tab: ${others.map((tag) => `#${tag}`).join('  ')}`;
}

/** Tags of the keys 1 to 9: those of the config, then those used most. */
export function favouriteTags({ personal, config }: Surroundings): readonly string[] {
  const used = personal.tags().map(({ tag }) => tag);
  return [...new Set([...config.favourites, ...used])].slice(0, 9);
}
