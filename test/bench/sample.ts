import { generateCorpus } from '../../fixtures/corpus/generate-corpus.ts';
import type { FoundCable } from '../../store/cable/cable.ts';

const COUNT = 1000;
const ENOUGH = 40_000;

/** Generated cables of a size that lists scroll, and the longest of them, which has many screens of text. */
export function makeBenchCables(): { readonly cables: readonly FoundCable[]; readonly long: FoundCable } {
  const cables = [...generateCorpus({ count: COUNT })];
  const long = cables.toSorted((a, b) => b.body.length - a.body.length)[0]!;
  // The longest may still be short: its text is repeated under the same head.
  const text =
    long.body.length >= ENOUGH
      ? long.body
      : long.body + `\n${long.body.slice(long.body.length / 4)}`.repeat(Math.ceil(ENOUGH / long.body.length));
  const longer = { ...long, body: text };
  return { cables: cables.map((cable) => (cable.id === long.id ? longer : cable)), long: longer };
}
