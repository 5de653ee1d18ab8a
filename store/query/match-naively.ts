/* Whether a plan matches a cable, by looking at the cable: slow, without an index, each rule as it is said. What the corpus answers is
 * held against this.
 */
import type { Cable } from '../cable/cable.ts';
import { foldWords } from './fold-words.ts';
import { holdsWords, matchesCountry, originFinder } from './match-origin.ts';
import type { Plan, TextTerm } from './plan.ts';

export interface NaiveCable {
  readonly cable: Cable;
  /** Folded words of the subject and of the text as it is read, without page markers and repeated heads. */
  readonly words: { readonly subject: readonly string[]; readonly body: readonly string[] };
  /** Ids it cites. */
  readonly cites: readonly string[];
  readonly country: string | null;
  readonly versions: number;
  /** ISO instant at which it came. */
  readonly added: string;
  /** Number of the import that brought it. */
  readonly run: number;
}

export interface NaiveWorld {
  readonly cables: ReadonlyMap<string, NaiveCable>;
  /** All origins that occur. */
  readonly origins: ReadonlySet<string>;
  personalIds(predicate: Extract<Plan, { kind: 'personal' }>): ReadonlySet<string>;
}

export function matchNaively(plan: Plan, one: NaiveCable, world: NaiveWorld): boolean {
  const { cable } = one;
  switch (plan.kind) {
    case 'all':
      return true;
    case 'none':
      return false;
    case 'and':
      return plan.of.every((part) => matchNaively(part, one, world));
    case 'or':
      return plan.of.some((part) => matchNaively(part, one, world));
    case 'not':
      return !matchNaively(plan.of, one, world);
    case 'text':
      return columns(one, plan.column).some((words) => placesOf(plan.term, words).length > 0);
    case 'near':
      return columns(one, plan.column).some((words) => standNear(plan.terms, plan.distance, words));
    case 'id':
      return plan.glob ? globOf(plan.pattern).test(cable.id) : cable.id === plan.pattern;
    case 'origin':
      return cable.origin !== null && originFinder(world.origins)(plan.value, plan.prefix).has(cable.origin);
    case 'country':
      return one.country !== null && matchesCountry(plan.value, one.country, plan.prefix);
    case 'tag':
      return cable.tags.some(({ tag }) => (plan.prefix ? tag.startsWith(plan.tag) : tag === plan.tag));
    case 'class':
      return cable.classification !== null && plan.among.includes(cable.classification);
    case 'created':
      return isWithin(cable.created, plan.range.from, plan.range.to);
    case 'added':
      return isWithin(`${one.added.slice(0, 16)}Z`, plan.range.from, plan.range.to);
    case 'after-run':
      return one.run > plan.run;
    case 'released':
      return isWithin(cable.released?.slice(0, 10) ?? null, plan.range.from?.slice(0, 10) ?? null, plan.range.to?.slice(0, 10) ?? null);
    case 'addressee':
      return cable.header[plan.of].some(({ name }) => holdsWords(foldWords(name), plan.words));
    case 'cites':
      return one.cites.includes(plan.id);
    case 'citedby':
      return world.cables.get(plan.id)?.cites.includes(cable.id) ?? false;
    case 'portion':
      return cable.paragraphs.some(({ portion }) => portion?.toUpperCase() === plan.mark);
    case 'has':
      if (plan.what === 'refs') return one.cites.length > 0;
      return plan.what === 'redaction' ? cable.layout.redactions.length > 0 : one.versions > 1;
    case 'size':
    case 'sections': {
      const value = plan.kind === 'size' ? cable.body.length : cable.sections;
      return value >= (plan.from ?? 0) && value <= (plan.to ?? Number.POSITIVE_INFINITY);
    }
    case 'personal':
      return world.personalIds(plan).has(cable.id);
    default:
      return plan satisfies never;
  }
}

function columns({ words }: NaiveCable, column: 'any' | 'subject' | 'body'): (readonly string[])[] {
  return column === 'any' ? [words.subject, words.body] : [words[column]];
}

/** Numbers of the words at which it begins. */
function placesOf({ words: wanted, prefix }: TextTerm, words: readonly string[]): number[] {
  const places: number[] = [];
  for (let at = 0; at + wanted.length <= words.length; at++) {
    let i = 0;
    while (i < wanted.length && (prefix && i === wanted.length - 1 ? words[at + i]!.startsWith(wanted[i]!) : words[at + i] === wanted[i]))
      i += 1;
    if (i === wanted.length) places.push(at);
  }
  return places;
}

/** One of them stands last, and each of the others ends at most `distance` words before it begins. */
function standNear(terms: readonly TextTerm[], distance: number, words: readonly string[]): boolean {
  const places = terms.map((term) => placesOf(term, words));
  return places
    .flat()
    .some((last) => terms.every((term, i) => places[i]!.some((at) => at <= last && last - (at + term.words.length) <= distance)));
}

function isWithin(value: string | null, from: string | null, to: string | null): boolean {
  return value !== null && (from === null || value >= from) && (to === null || value <= to);
}

const globOf = (pattern: string): RegExp => new RegExp(`^${pattern.replaceAll(/[^A-Z0-9*]/g, '\\$&').replaceAll('*', '.*')}$`, 's');
