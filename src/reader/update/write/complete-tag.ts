import type { Prompt } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';

/** The word under the cursor, completed from the tags that are used: `+fo` -> `+follow-up `. */
export function completeTag(prompt: Prompt, { personal }: Surroundings): Prompt {
  const start = /\S*$/.exec(prompt.text.slice(0, prompt.cursor))!.index;
  const typed = prompt.text.slice(start, prompt.cursor);
  const sign = /^[+-]/.exec(typed)?.[0] ?? '+';
  const begun = typed.replace(/^[+-]/, '').toLowerCase();
  const found =
    personal.tags().find(({ tag }) => tag.startsWith(begun) && tag !== begun) ?? personal.tags().find(({ tag }) => tag.includes(begun));
  if (!found) return prompt;
  const before = `${prompt.text.slice(0, start)}${sign}${found.tag} `;
  return { ...prompt, text: before + prompt.text.slice(prompt.cursor), cursor: before.length };
}

/** Tags of the keys 1 to 9: those of the config, then those used most. */
export function favouriteTags({ personal, config }: Surroundings): readonly string[] {
  const used = personal.tags().map(({ tag }) => tag);
  return [...new Set([...config.favourites, ...used])].slice(0, 9);
}
