/* Random filters in the words of the cables they are asked about, so that most find something. */
import fc from 'fast-check';
import { foldWords } from '../../store/query/fold-words.ts';
import type { NaiveCable } from '../../store/query/match-naively.ts';

/** Text of a filter. @param some cables to take words, ids and values from */
export function randomFilters(some: readonly NaiveCable[], depth = 2): fc.Arbitrary<string> {
  const cable = fc.constantFrom(...some);
  const stretch = (most: number) =>
    fc.tuple(cable, fc.nat(), fc.integer({ min: 1, max: most })).map(([one, at, count]) => {
      const all = one.words.body;
      const from = all.length === 0 ? 0 : at % all.length;
      return all.slice(from, from + count);
    });
  // `not` alone is no word.
  const word = stretch(1).map(([first = 'water']) => (first === 'not' ? '"not"' : first));
  const beginning = fc
    .tuple(word, fc.integer({ min: 1, max: 6 }))
    .map(([full, length]) => `${[...full.replaceAll('"', '')].slice(0, length).join('')}*`);
  const phrase = stretch(4).map((all) => `"${all.join(' ')}"`);
  const text = fc.oneof(
    { weight: 4, arbitrary: word },
    { weight: 2, arbitrary: beginning },
    { weight: 2, arbitrary: phrase },
    { weight: 1, arbitrary: stretch(4).map((all) => `"${all.join(' ').slice(0, -1) || 'a'}*"`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(stretch(8), fc.integer({ min: 0, max: 9 }))
        .map(([all, within]) => `NEAR("${all[0] ?? 'a'}" "${all.at(-1) ?? 'b'}", ${within})`),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(stretch(7), word).map(([all, other]) => `NEAR("${all.slice(0, 2).join(' ')}" "${all.at(-1) ?? 'b'}" ${other}*)`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('subject', 'body'), fc.oneof(word, beginning, phrase))
        .map(([field, value]) => `${field}:${value}`),
    },
  );
  const year = fc.integer({ min: 1966, max: 2010 });
  const day = cable.map((one) => one.cable.created?.slice(0, 10) ?? '2009-01-01');
  const field = fc.oneof(
    cable.map((one) => `from:"${one.cable.origin ?? 'nowhere'}"`),
    cable.map((one) => `from:${foldWords(one.cable.origin ?? 'nowhere').at(-1)}`),
    cable.map(
      (one) =>
        `from:${foldWords(one.cable.origin ?? 'nowhere')
          .at(-1)!
          .slice(0, 3)}*`,
    ),
    cable.map((one) => `country:"${one.country ?? 'nowhere'}"`),
    cable.map((one) => `tags:${one.cable.tags[0]?.tag ?? 'NONE'}`),
    cable.map((one) => `tags:${(one.cable.tags[0]?.tag ?? 'NONE').slice(0, 2)}*`),
    cable.map((one) => `tag:${one.cable.tags.at(-1)?.tag ?? 'NONE'}`),
    fc.constantFrom('u', 'fouo', 'c..', '=secret', 's/nf', '>c', '..fouo').map((name) => `class:${name}`),
    fc.tuple(year, year).map(([a, b]) => `date:${Math.min(a, b)}..${Math.max(a, b)}`),
    year.map((a) => `year:${a}`),
    day.map((a) => `date:${a.slice(0, 7)}`),
    day.map((a) => `date:${a}..`),
    fc.constantFrom(
      'released:2011',
      'released:..2011-08-29',
      'released:2011-08-30',
      'added:2026-11-01',
      'added:2026-11-02..',
      'added:>2026-11-02',
    ),
    cable.map((one) => `to:"${foldWords(one.cable.header.to[0]?.name ?? 'secstate').join(' ')}"`),
    cable.map((one) => `info:${foldWords(one.cable.header.info[0]?.name ?? 'nato')[0]}`),
    cable.map((one) => `id:${one.cable.id}`),
    cable.map((one) => `id:${one.cable.id.slice(0, 5)}*`),
    cable.map((one) => `cites:${one.cites[0] ?? '09ARCADIA1'}`),
    cable.map((one) => `citedby:${one.cable.id}`),
    cable.map((one) => `portion:${one.cable.paragraphs[0]?.portion ?? 'C'}`),
    fc.integer({ min: 1, max: 30 }).map((k) => `size:${k}k..`),
    fc.integer({ min: 1, max: 6 }).map((count) => `sections:..${count}`),
    fc.constantFrom('has:refs', 'is:redaction', 'has:versions'),
  );
  const own = fc.constantFrom(
    'is:read',
    'is:unread',
    'is:kept',
    'is:undecided',
    'is:tagged',
    'mine:x',
    'kept:border',
    'undecided:border',
    'seen:7d',
  );
  const leaf = fc.oneof({ weight: 5, arbitrary: text }, { weight: 3, arbitrary: field }, { weight: 2, arbitrary: own });
  if (depth === 0) return leaf;
  const inner = randomFilters(some, depth - 1);
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 4, arbitrary: fc.array(inner, { minLength: 2, maxLength: 3 }).map((all) => all.map(bracket).join(' ')) },
    { weight: 3, arbitrary: fc.array(inner, { minLength: 2, maxLength: 3 }).map((all) => all.map(bracket).join(' OR ')) },
    { weight: 2, arbitrary: inner.map((one) => `-${bracket(one)}`) },
  );
}

const bracket = (filter: string): string => `(${filter})`;
