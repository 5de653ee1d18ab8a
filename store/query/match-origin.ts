/* `from:mexico`, `from:"Embassy Mexico"`, `from:portauprince`: what names an origin. */
import { foldWords } from './fold-words.ts';

/** The origins of a corpus that the value names: the one of exactly this name, else all whose names hold it. */
export function matchingOrigins(value: string, origins: Iterable<string>, prefix = false): ReadonlySet<string> {
  const all = Array.from(origins, (origin) => ({ origin, words: foldWords(origin) }));
  const wanted = foldWords(value);
  const whole = wanted.join(' ');
  const exact = all.filter(({ words }) => words.join(' ') === whole);
  const named = exact.length > 0 ? exact : all.filter(({ words }) => namesOrigin(wanted, words, prefix));
  return new Set(named.map(({ origin }) => origin));
}

/** Whether the words of the value stand in the origin's name side by side, or are its last words written as one, as codes in ids are. */
export const matchesOrigin = (value: string, origin: string, prefix = false): boolean =>
  namesOrigin(foldWords(value), foldWords(origin), prefix);

function namesOrigin(wanted: readonly string[], words: readonly string[], prefix: boolean): boolean {
  if (wanted.length === 0) return false;
  if (holdsWords(words, wanted, prefix)) return true;
  if (wanted.length > 1) return false;
  const [code] = wanted as [string];
  return words.some((_, at) => {
    const joined = words.slice(at).join('');
    return at > 0 && (prefix ? joined.startsWith(code) : joined === code);
  });
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
