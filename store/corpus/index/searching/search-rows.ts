/* A plan -> the rows it matches: all of them as bits, the newest few, or their number.
 *
 *     text      the full text, with the facts that stand beside it in the same question
 *     facts     origin, TAGS, class, times, sizes: typed columns and lists of rows in memory
 *     personal  bits kept in step with the journal
 *
 * The newest few stop early: where the rest of the filter lets many rows pass, the full text is walked from its newest row; where it
 * lets few pass, these are asked about one by one.
 */
import { CLASSIFICATIONS } from '../../../cable/vocabulary/classifications.ts';
import { matchesCountry, type OriginFinder, originFinder } from '../../../query/match-origin.ts';
import type { Plan, TimeRange } from '../../../query/plan.ts';
import { readPrefixList } from '../writing/prefix-lists.ts';
import { FLAGS } from '../writing/segment-schema.ts';
import {
  andBits,
  type Bits,
  countBits,
  countCommon,
  emptyBits,
  hasBit,
  orBits,
  rowsDown,
  setBit,
  setRange,
  spanOf,
  withoutBits,
} from './bitmap.ts';
import {
  countMatches,
  type FactPlan,
  factExpression,
  isFact,
  isShortPrefix,
  isText,
  matchesRow,
  matchNewest,
  matchRows,
  type OriginsOf,
  type TextPlan,
  type TextQuestion,
  textExpression,
} from './full-text.ts';
import { readNumberList } from './number-list.ts';
import type { Segment } from './open-segment.ts';
import type { PersonalBits } from './personal-rows.ts';
import { ownBits, type Part, type RowSpace } from './row-space.ts';
import { rowsWithin } from './rows-within.ts';

/** Answers of the full text that are remembered, as bits. */
const REMEMBERED = 32;
/** Rows that are asked about one by one rather than walking the full text. */
const FEW = 1500;

/** Numbers of the import runs of a range of time. */
export type RunsWithin = (range: TimeRange) => ReadonlySet<number>;

/** The parts of a conjunction. */
interface Conjunction {
  /** Answered by one question to the full text. */
  readonly texts: readonly TextPlan[];
  readonly facts: readonly FactPlan[];
  readonly created: readonly TimeRange[];
  readonly rest: readonly Plan[];
}

export class RowSearch {
  readonly #space: RowSpace;
  readonly #personal: PersonalBits;
  readonly #runsWithin: RunsWithin;
  readonly #texts = new Map<string, Bits>();
  readonly #counts = new Map<string, Map<Part, number>>();
  readonly #matched = new Map<string, Bits>();
  readonly #origins = new Map<string, ReadonlySet<string>>();
  #findOrigins: OriginFinder | null = null;
  readonly #facts = new Map<string, ReadonlyMap<Segment, ReturnType<typeof factExpression>>>();

  constructor(space: RowSpace, personal: PersonalBits, runsWithin: RunsWithin) {
    this.#space = space;
    this.#personal = personal;
    this.#runsWithin = runsWithin;
  }

  readonly #originsOf: OriginsOf = ({ value, prefix }) => {
    const key = `${prefix ?? false} ${value}`;
    let names = this.#origins.get(key);
    if (!names) {
      // Every segment names nearly the same.
      this.#findOrigins ??= originFinder(new Set(this.#space.parts.flatMap(({ segment }) => segment.origins().map(({ name }) => name))));
      names = this.#findOrigins(value, prefix);
      remember(this.#origins, key, names);
    }
    return names;
  };

  /** All rows. Remembered, since a list asks for its rows, their number and their counts by several things; not to be changed. */
  matching(plan: Plan): Bits {
    if (plan.kind === 'all') return this.#space.live;
    if (isPersonal(plan)) return this.#alive(this.#evaluate(plan));
    const key = JSON.stringify(plan);
    const bits = this.#matched.get(key) ?? this.#alive(this.#evaluate(plan));
    remember(this.#matched, key, bits);
    return bits;
  }

  #alive(bits: Bits): Bits {
    return this.#space.allLive ? bits : andBits(bits, this.#space.live);
  }

  count(plan: Plan): number {
    const parts = this.#split(plan);
    if (parts.texts.length === 0 || parts.rest.length > 0) return countBits(this.matching(plan));
    return this.#space.parts.reduce((sum, part) => sum + this.#countIn(part, parts), 0);
  }

  /** How many rows of one segment. */
  countIn(part: Part, plan: Plan): number {
    const parts = this.#split(plan);
    if (parts.texts.length === 0 || parts.rest.length > 0) return countBits(ownBits(this.matching(plan), part));
    return this.#countIn(part, parts);
  }

  #countIn(part: Part, parts: Conjunction): number {
    const key = keyOf(parts);
    const bits = this.#texts.get(key);
    if (bits) return countCommon(ownBits(bits, part), ownBits(this.#space.live, part));
    const counts = this.#counts.get(key) ?? new Map<Part, number>();
    remember(this.#counts, key, counts);
    let count = counts.get(part);
    if (count === undefined) {
      count = this.#countMatches(part.segment, parts);
      counts.set(part, count);
    }
    return count;
  }

  #countMatches(segment: Segment, parts: Conjunction): number {
    const question = this.#ask(segment, parts);
    if (!question) return 0;
    if (segment.masked.length === 0) return countMatches(segment, question);
    let count = 0;
    for (const n of matchRows(segment, question)) if (segment.isLive(n)) count += 1;
    return count;
  }

  /** Finds at most `limit` rows of one segment, newest first. What all segments share is done once. */
  newest(plan: Plan): (part: Part, limit: number) => number[] {
    const parts = this.#split(plan);
    const [only, second] = parts.rest;
    if (parts.texts.length === 0 && second === undefined && only?.kind === 'text' && isShortPrefix(only))
      return (part, limit) => this.#newestWithPrefix(part, only.term.words[0]!, limit);
    if (parts.texts.length === 0 || this.#texts.has(keyOf(parts))) {
      const bits = this.matching(plan);
      return (part, limit) => takeNewest(bits, part, limit);
    }
    const filters = parts.rest.map((rest) => this.#evaluate(rest));
    if (!this.#space.allLive) filters.push(this.#space.live);
    const filter = filters.length === 0 ? null : filters.reduce(andBits);
    return (part, limit) => {
      const question = this.#ask(part.segment, parts);
      if (!question || limit <= 0) return [];
      return filter
        ? walkNewest(part, question, filter, limit)
        : Array.from(matchNewest(part.segment, question, limit), (n) => part.base + n);
    };
  }

  #evaluate(plan: Plan): Bits {
    const space = this.#space;
    switch (plan.kind) {
      case 'all':
        return space.live;
      case 'none':
        return emptyBits(space.size);
      case 'and':
        return this.#evaluateAnd(plan);
      case 'or':
        return plan.of.map((part) => this.#evaluate(part)).reduce(orBits, emptyBits(space.size));
      case 'not':
        return withoutBits(space.live, this.#evaluate(plan.of));
      case 'text':
        if (isShortPrefix(plan)) return this.#matchPrefix(plan.term.words[0]!);
        return this.#matchTexts(this.#split(plan));
      case 'near':
        return this.#matchTexts(this.#split(plan));
      case 'id':
        return this.#matchIds(plan.pattern, plan.glob);
      case 'origin':
        return this.#matchOrigins(({ name }) => this.#originsOf(plan).has(name));
      case 'country':
        return this.#matchOrigins(({ country }) => country !== null && matchesCountry(plan.value, country, plan.prefix));
      case 'tag':
        if (plan.prefix)
          return space.gather((segment) =>
            segment.values('tag').flatMap((tag) => (tag.startsWith(plan.tag) ? [...segment.posting('tag', tag)!] : [])),
          );
        return space.gather((segment) => segment.posting('tag', plan.tag));
      case 'class': {
        const among = new Set(plan.among.map((name) => CLASSIFICATIONS.indexOf(name) + 1));
        return space.select((segment) => {
          const classes = segment.column('class');
          return (n) => among.has(classes[n]!);
        });
      }
      case 'created':
        return this.#matchCreated(plan.range);
      case 'released': {
        const [from, to] = [dayOf(plan.range.from) ?? 1, dayOf(plan.range.to) ?? 0xffff];
        return space.select((segment) => {
          const released = segment.column('released');
          return (n) => released[n]! >= from && released[n]! <= to;
        });
      }
      case 'added': {
        const runs = this.#runsWithin(plan.range);
        return space.select((segment) => {
          const run = segment.column('run');
          return (n) => runs.has(run[n]!);
        });
      }
      case 'after-run':
        return space.select((segment) => {
          const run = segment.column('run');
          return (n) => run[n]! > plan.run;
        });
      case 'addressee': {
        const wanted = ` ${plan.words.join(' ')} `;
        return space.gather((segment) =>
          segment.values(plan.of).flatMap((name) => (name.includes(wanted) ? [...segment.posting(plan.of, name)!] : [])),
        );
      }
      case 'cites':
        return space.gather((segment) =>
          segment.all<{ source: number }>('SELECT source FROM reference WHERE target = ?', plan.id).map(({ source }) => source),
        );
      case 'citedby':
        return this.#citedBy(plan.id);
      case 'portion':
        return space.gather((segment) => segment.posting('portion', plan.mark));
      case 'has': {
        const flag = FLAGS[plan.what];
        return space.select((segment) => {
          const flags = segment.column('flags');
          return (n) => (flags[n]! & flag) !== 0;
        });
      }
      case 'size':
      case 'sections': {
        const [from, to] = [plan.from ?? 0, plan.to ?? Number.POSITIVE_INFINITY];
        return space.select((segment) => {
          const values = segment.column(plan.kind);
          return (n) => values[n]! >= from && values[n]! <= to;
        });
      }
      case 'personal':
        return this.#personal.bitsOf(plan).slice();
      default:
        return plan satisfies never;
    }
  }

  /** What one question to the full text can answer, and the rest. */
  #split(plan: Plan): Conjunction {
    const all = flatten(plan);
    const isTogether = (part: Plan): part is TextPlan => isText(part) && !isShortPrefix(part);
    const asks = all.some(isTogether);
    // A fact of many values is better looked up in its column.
    const isToken = (part: Plan): part is FactPlan =>
      asks &&
      isFact(part) &&
      this.#factExpressions(part)
        .values()
        .every((expression) => expression !== null);
    const isRange = (part: Plan): part is Extract<Plan, { range: TimeRange }> => asks && part.kind === 'created';
    return {
      texts: all.filter(isTogether),
      facts: all.filter(isToken),
      created: all.filter(isRange).map(({ range }) => range),
      rest: all.filter((part) => !isTogether(part) && !isToken(part) && !isRange(part)),
    };
  }

  /** Remembered, since the words beside a fact change at every letter. */
  #factExpressions(fact: FactPlan): ReadonlyMap<Segment, ReturnType<typeof factExpression>> {
    const key = JSON.stringify(fact);
    const expressions =
      this.#facts.get(key) ?? new Map(this.#space.parts.map(({ segment }) => [segment, factExpression(fact, segment, this.#originsOf)]));
    remember(this.#facts, key, expressions);
    return expressions;
  }

  #evaluateAnd(plan: Plan): Bits {
    const parts = this.#split(plan);
    // Without text there is no question to the full text: facts and times are looked up like the rest.
    const bits = parts.texts.length === 0 ? this.#space.live : this.#matchTexts(parts);
    return parts.rest.map((part) => this.#evaluate(part)).reduce(andBits, bits);
  }

  #matchTexts(parts: Conjunction): Bits {
    const key = keyOf(parts);
    let bits = this.#texts.get(key);
    if (!bits) {
      bits = this.#space.gather((segment) => {
        const question = this.#ask(segment, parts);
        return question && matchRows(segment, question);
      });
    }
    remember(this.#texts, key, bits);
    return bits;
  }

  /** Null where no row of the segment can match. */
  #ask(segment: Segment, { texts, facts, created }: Conjunction): TextQuestion | null {
    const { from, to } = rowsWithin(segment, created);
    const expressions = facts.map((fact) => this.#factExpressions(fact).get(segment)!);
    if (from > to || expressions.includes('none')) return null;
    return { expression: textExpression(texts, expressions), from, to };
  }

  #matchPrefix(prefix: string): Bits {
    const bits = emptyBits(this.#space.size);
    for (const { segment, base } of this.#space.parts) {
      const list = segment.prefixList(prefix);
      if (list) readPrefixList(list, bits.subarray(base >>> 5));
    }
    return bits;
  }

  /** Of this segment alone. */
  #newestWithPrefix({ segment, base }: Part, prefix: string, limit: number): number[] {
    const found: number[] = [];
    const list = limit > 0 ? segment.prefixList(prefix) : null;
    if (!list) return found;
    const bits = emptyBits(segment.size);
    readPrefixList(list, bits);
    for (const n of rowsDown(bits)) if (hasBit(this.#space.live, base + n) && found.push(base + n) === limit) break;
    return found;
  }

  #matchIds(pattern: string, glob: boolean): Bits {
    if (!glob) {
      const row = this.#space.rowOfId(pattern);
      const bits = emptyBits(this.#space.size);
      if (row !== null) setBit(bits, row);
      return bits;
    }
    const escaped = pattern.replaceAll(/[?[]/g, '[$&]');
    return this.#space.gather((segment) =>
      readNumberList(segment.one<{ list: string | null }>('SELECT group_concat(n) list FROM cable WHERE id GLOB ?', escaped)?.list ?? ''),
    );
  }

  #matchCreated(range: TimeRange): Bits {
    const bits = emptyBits(this.#space.size);
    for (const { segment, base } of this.#space.parts) {
      const { from, to } = rowsWithin(segment, [range]);
      setRange(bits, base + from, base + to + 1);
    }
    return bits;
  }

  #matchOrigins(test: (origin: { readonly name: string; readonly country: string | null }) => boolean): Bits {
    return this.#space.select((segment) => {
      const wanted = segment.origins().map(test);
      if (!wanted.includes(true)) return null;
      const origins = segment.column('origin');
      return (n) => wanted[origins[n]! - 1] === true;
    });
  }

  #citedBy(id: string): Bits {
    const bits = emptyBits(this.#space.size);
    const row = this.#space.rowOfId(id);
    if (row === null) return bits;
    const { segment, base } = this.#space.partOf(row);
    const targets = segment.all<{ target: string }>('SELECT target FROM reference WHERE source = ?', row - base);
    for (const found of this.#space.rowsOfIds(targets.map(({ target }) => target))) if (found >= 0) setBit(bits, found);
    return bits;
  }
}

/** What the reader does changes its answer. */
function isPersonal(plan: Plan): boolean {
  if (plan.kind === 'and' || plan.kind === 'or') return plan.of.some(isPersonal);
  return plan.kind === 'not' ? isPersonal(plan.of) : plan.kind === 'personal' || plan.kind === 'added';
}

function flatten(plan: Plan): readonly Plan[] {
  if (plan.kind === 'and') return plan.of.flatMap(flatten);
  return plan.kind === 'all' ? [] : [plan];
}

const keyOf = ({ texts, facts, created }: Conjunction): string => JSON.stringify([texts, facts, created]);

function remember<V>(answers: Map<string, V>, key: string, answer: V): void {
  answers.delete(key);
  answers.set(key, answer);
  if (answers.size > REMEMBERED) answers.delete(answers.keys().next().value!);
}

/** Releases are compared by days: editions tell no more. */
const dayOf = (instant: string | null): number | null => (instant === null ? null : Math.floor(Date.parse(instant) / 86_400_000));

/** The newest rows that the full text finds and the filter lets pass. */
function walkNewest(part: Part, question: TextQuestion, filter: Bits, limit: number): number[] {
  const { segment, base } = part;
  const own = ownBits(filter, part);
  const span = spanOf(own);
  const found: number[] = [];
  if (!span) return found;
  const from = Math.max(question.from, span[0]);
  let to = Math.min(question.to, span[1]);
  const passing = countBits(own);
  if (passing <= FEW) {
    for (const n of rowsDown(own)) {
      if (n >= from && n <= to && matchesRow(segment, question, n) && found.push(base + n) === limit) break;
    }
    return found;
  }
  for (let step = Math.ceil((limit * segment.size) / passing) + 16; to >= from; step *= 4) {
    const rows = matchNewest(segment, { ...question, from, to }, step);
    for (const n of rows) if (hasBit(own, n) && found.push(base + n) === limit) return found;
    if (rows.length < step) break;
    to = rows.at(-1)! - 1;
  }
  return found;
}

function takeNewest(bits: Bits, part: Part, limit: number): number[] {
  const found: number[] = [];
  if (limit <= 0) return found;
  for (const n of rowsDown(ownBits(bits, part))) if (found.push(part.base + n) === limit) break;
  return found;
}
