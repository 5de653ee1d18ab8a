/* What a tag may be called: `follow-up`, `trade/fish`, `año-2008`. Lower case, so that one name has one spelling. */

export type TagName = { readonly tag: string; readonly problem: null } | { readonly tag: null; readonly problem: string };

const LONGEST = 64;
const ALLOWED = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._/'&:+-]*$/u;

/** The one spelling of a tag's name, or a sentence why it cannot be one. A leading `#` is left out, blanks become hyphens. */
export function readTagName(text: string): TagName {
  const tag = text.normalize('NFC').trim().replace(/^#/, '').trim().toLowerCase().replace(/\s+/g, '-');
  const refuse = (reason: string): TagName => ({
    tag: null,
    problem: `"${printable(text)}" cannot be a tag: ${reason}. Nothing was changed.`,
  });
  if (tag === '') return refuse('it is empty');
  if ([...tag].length > LONGEST) return refuse(`it is longer than ${LONGEST} characters`);
  if (!ALLOWED.test(tag)) return refuse('use letters, digits and - _ . / and begin with a letter or digit');
  if (tag.split('/').some((part) => part === '')) return refuse('something is missing before or after /');
  return { tag, problem: null };
}

/** The sentence of `readTagName`, where a decider was given such a name. */
export class TagNameError extends Error {
  override readonly name = 'TagNameError';
}

/** @throws TagNameError */
export function tagNamed(text: string): string {
  const { tag, problem } = readTagName(text);
  if (tag === null) throw new TagNameError(problem);
  return tag;
}

function printable(text: string): string {
  return text.replace(/\p{C}/gu, '�').slice(0, LONGEST);
}
