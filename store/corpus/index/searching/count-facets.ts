/* How many rows of a set have each value. */
import type { Classification } from '../../../cable/cable.ts';
import { CLASSIFICATIONS } from '../../../cable/vocabulary/classifications.ts';
import { explainTag } from '../../../cable/vocabulary/tags.ts';
import type { FacetName, FacetValue } from '../../corpus.ts';
import type { Bits } from './bitmap.ts';
import { ownBits, type Part, type RowSpace } from './row-space.ts';

/** A word of bits, as a number with a sign. */
const ALL_SET = -1;

export function countFacets(space: RowSpace, bits: Bits, by: FacetName): FacetValue[] {
  const counts = new Map<string, number>();
  const add = (value: string | null | undefined, count: number): void => {
    if (value != null && count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
  };
  const isAll = bits === space.live && space.allLive;
  for (const part of space.parts) {
    if (by === 'tag' && isAll) for (const { tag, rows } of part.segment.tagTotals()) add(tag, rows);
    else countPart(part, bits, by, add);
  }
  const values = [...counts].map(([value, count]) => ({
    value,
    // Looked up when it is read: Home asks only how many there are.
    get meaning() {
      return by === 'tag' ? (explainTag(value)?.meaning ?? null) : null;
    },
    count,
  }));
  switch (by) {
    case 'class':
      return values.sort((a, b) => CLASSIFICATIONS.indexOf(a.value as Classification) - CLASSIFICATIONS.indexOf(b.value as Classification));
    case 'year':
    case 'month':
      return values.sort((a, b) => (a.value < b.value ? -1 : 1));
    case 'released':
      return values.sort((a, b) => (a.value > b.value ? -1 : 1));
    default:
      return values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
}

function countPart(part: Part, bits: Bits, by: FacetName, add: (value: string | null | undefined, count: number) => void): void {
  const { segment } = part;
  switch (by) {
    case 'origin':
    case 'country': {
      const origins = segment.origins();
      const counts = histogram(part, bits, segment.column('origin'), origins.length + 1);
      for (const [number, origin] of origins.entries()) add(by === 'origin' ? origin.name : origin.country, counts[number + 1]!);
      return;
    }
    case 'class': {
      const counts = histogram(part, bits, segment.column('class'), CLASSIFICATIONS.length + 1);
      for (const [number, name] of CLASSIFICATIONS.entries()) add(name, counts[number + 1]!);
      return;
    }
    case 'year':
    case 'month': {
      const counts = histogram(part, bits, segment.column('month'));
      for (let month = 1; month < counts.length; month++) {
        if (counts[month] === 0) continue;
        const year = String(1900 + Math.floor(month / 12));
        add(by === 'year' ? year : `${year}-${String((month % 12) + 1).padStart(2, '0')}`, counts[month]!);
      }
      return;
    }
    case 'released': {
      const counts = histogram(part, bits, segment.column('released'));
      for (let day = 1; day < counts.length; day++)
        if (counts[day]! > 0) add(new Date(day * 86_400_000).toISOString().slice(0, 10), counts[day]!);
      return;
    }
    case 'tag':
      segment.tagTable().count(ownBits(bits, part), add);
  }
}

function histogram(part: Part, bits: Bits, values: Uint8Array | Uint16Array, size = largest(values) + 1): Uint32Array {
  const counts = new Uint32Array(size);
  const own = ownBits(bits, part);
  for (let at = 0; at < own.length; at++) countWord(counts, values, at << 5, own[at]! | 0);
  return counts;
}

/** The 32 rows of a word of bits. Short, so that it is compiled soon: one loop over all rows is over before it would be. */
function countWord(counts: Uint32Array, values: Uint8Array | Uint16Array, first: number, word: number): void {
  if (word === ALL_SET) for (let n = first; n < first + 32; n++) counts[values[n]!]! += 1;
  else for (let rest = word; rest !== 0; rest &= rest - 1) counts[values[first + 31 - Math.clz32(rest & -rest)]!]! += 1;
}

function largest(values: Uint8Array | Uint16Array): number {
  let most = 0;
  for (let n = 0; n < values.length; n++) if (values[n]! > most) most = values[n]!;
  return most;
}
