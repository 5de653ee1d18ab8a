/* `from:mexico`, `from:"Embassy Mexico"`, `from:portauprince`: what names an origin. */
import { foldWords } from './fold-words.ts';

/** Finds the origins of a corpus that a value names: the one of exactly this name, else all whose names hold it. */
export type OriginFinder = (value: string, prefix?: boolean) => ReadonlySet<string>;

interface OriginName {
  readonly origin: string;
  readonly words: readonly string[];
  readonly whole: string;
  /** Its last words written as one, as codes in ids are. */
  readonly codes: readonly string[];
}

/** Names are taken apart once, since each letter that is typed is another value. */
export function originFinder(origins: Iterable<string>): OriginFinder {
  const names = Array.from(origins, readName);
  return (value, prefix = false) => {
    const wanted = foldWords(value);
    const whole = wanted.join(' ');
    const exact = names.filter((name) => name.whole === whole);
    const named = exact.length > 0 ? exact : names.filter((name) => isNamed(name, wanted, prefix));
    return new Set(named.map(({ origin }) => origin));
  };
}

/** Whether the words of the value stand in the origin's name side by side, or are its last words written as one. */
export const matchesOrigin = (value: string, origin: string, prefix = false): boolean =>
  isNamed(readName(origin), foldWords(value), prefix);

function readName(origin: string): OriginName {
  const words = foldWords(origin);
  return { origin, words, whole: words.join(' '), codes: words.slice(1).map((_, at) => words.slice(at + 1).join('')) };
}

function isNamed({ words, codes }: OriginName, wanted: readonly string[], prefix: boolean): boolean {
  if (wanted.length === 0) return false;
  if (holdsWords(words, wanted, prefix)) return true;
  const [code] = wanted as [string];
  return wanted.length === 1 && codes.some((one) => (prefix ? one.startsWith(code) : one === code));
}

/** A country is named whole; while typing, by its beginning. */
export function matchesCountry(value: string, country: string, prefix = false): boolean {
  const [wanted, name] = [foldWords(value).join(' '), foldWords(country).join(' ')];
  return wanted !== '' && (prefix ? name.startsWith(wanted) : name === wanted);
}

/** Whether the words stand side by side; `prefix`: the last may be the beginning of a word. */
export function holdsWords(words: readonly string[], wanted: readonly string[], prefix = false): boolean {
  return words.some((_, at) =>
    wanted.every((word, i) => {
      const there = words[at + i];
      return there !== undefined && (prefix && i === wanted.length - 1 ? there.startsWith(word) : there === word);
    }),
  );
}
