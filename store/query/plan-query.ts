/* A filter -> its plan, what was understood in words, and problems with their places. Never throws. */
import { foldWords } from './fold-words.ts';
import { parseQuery, type QueryNode, type QueryProblem } from './parse-query.ts';
import type { Plan, TextTerm } from './plan.ts';
import { type PlanInputs, planField } from './plan-field.ts';
import { type Token, tokenizeQuery } from './tokenize-query.ts';

export type { QueryProblem } from './parse-query.ts';

export interface PlannedQuery {
  readonly plan: Plan;
  /** `water AND treaty`; empty for everything. */
  readonly understood: string;
  readonly problems: readonly QueryProblem[];
  /** The words and phrases looked for in texts, for marking hits. */
  readonly terms: readonly TextTerm[];
}

export interface QueryInputs extends PlanInputs {
  /** While typing: the last word is a prefix until a blank follows. */
  readonly prefixLast?: boolean;
  /** While typing: a quote or a bracket that is still open is closed at the end. */
  readonly unfinished?: boolean;
}

interface Part {
  readonly plan: Plan;
  readonly words: string;
  /** Stands beside others without brackets. */
  readonly single: boolean;
}

/** Saved searches in one another; more is a search that leads back to itself. */
const DEEPEST = 8;
const NEAR_WITHIN = 10;
/** Letters of its last word from which a phrase that is being typed is looked for as one. `"the g` would be joined from thousands of words
 * at a key press, only to be replaced by the next one: until then it is asked for cables with "the" and a word that begins so. */
const PHRASE_FROM = 3;

export function planQuery(query: string, inputs: QueryInputs, depth = 0): PlannedQuery {
  const parsed = parseQuery(query, inputs.unfinished);
  const problems: QueryProblem[] = [...parsed.problems];
  const terms: TextTerm[] = [];
  const part = parsed.ast && planNode(parsed.ast, false);
  problems.sort((a, b) => a.start - b.start);
  return { plan: part?.plan ?? { kind: 'all' }, understood: part?.words ?? '', problems, terms };

  /** @param negated such terms are not looked for in texts */
  function planNode(node: QueryNode, negated: boolean): Part | null {
    switch (node.kind) {
      case 'not': {
        const of = planNode(node.of, !negated);
        return of && { plan: { kind: 'not', of: of.plan }, words: `NOT ${inBrackets(of)}`, single: true };
      }
      case 'and':
      case 'or': {
        const parts = node.of.map((one) => planNode(one, negated)).filter((one) => one !== null);
        if (parts.length < 2) return parts[0] ?? null;
        const words = parts.map((one) => (node.kind === 'and' ? inBrackets(one) : one.words));
        return node.kind === 'and'
          ? { plan: { kind: 'and', of: parts.map(({ plan }) => plan) }, words: words.join(' AND '), single: false }
          : { plan: { kind: 'or', of: parts.map(({ plan }) => plan) }, words: `(${words.join(' OR ')})`, single: true };
      }
      case 'leaf': {
        const found = planLeaf(node.token);
        if (found && !negated) terms.push(...termsOf(found.plan));
        return found;
      }
    }
  }

  function planLeaf(token: Token): Part | null {
    if (token.unclosed && !inputs.unfinished) complain('the quote is not closed', token);
    if (token.kind === 'field') return planFieldOf(token);
    return token.kind === 'near' ? planNear(token) : planText(token);
  }

  function planText(token: Token): Part | null {
    const words = foldWords(token.text);
    if (words.length === 0) {
      // A quote that was just opened is nothing yet.
      if (!(inputs.unfinished && token.unclosed)) complain(`${token.text.trim() || 'this'} has no letters to search for`, token);
      return null;
    }
    const last = words.at(-1)!;
    // A sign or a blank ends a word, as in `U.S.`: one more letter would be another one.
    const unfinished = isBeingTyped(token) && foldWords(`${token.text}x`).length === words.length;
    if (unfinished && !token.prefix && words.length > 1 && [...last].length < PHRASE_FROM)
      return planTogether([
        { words: words.slice(0, -1), prefix: false },
        { words: [last], prefix: true },
      ]);
    return planTogether([{ words, prefix: token.prefix || unfinished }]);
  }

  function planTogether(all: readonly TextTerm[]): Part {
    const plans = all.map((term): Plan => ({ kind: 'text', term, column: 'any' }));
    return {
      plan: plans.length === 1 ? plans[0]! : { kind: 'and', of: plans },
      words: all.map(nameTerm).join(' AND '),
      single: plans.length === 1,
    };
  }

  function planNear(token: Token): Part | null {
    const [, list = '', distance] = /^(.*?)(?:,\s*(\d{1,4})\s*)?$/s.exec(token.text) ?? [];
    const near = tokenizeQuery(list)
      .map(({ text, prefix }) => ({ words: foldWords(text), prefix }))
      .filter(({ words }) => words.length > 0);
    if (near.length < 2) {
      complain('NEAR needs two words: NEAR(water treaty, 5)', token);
      return null;
    }
    const within = distance === undefined ? NEAR_WITHIN : Number(distance);
    return {
      plan: { kind: 'near', terms: near, distance: within, column: 'any' },
      words: `NEAR(${near.map(nameTerm).join(' ')}, ${within})`,
      single: true,
    };
  }

  function planFieldOf(token: Token): Part | null {
    const value = { text: token.text, prefix: token.prefix || isBeingTyped(token), quoted: token.quoted };
    const planned = planField(token.field!, value, inputs, (saved) =>
      depth >= DEEPEST ? null : planQuery(saved, { ...inputs, prefixLast: false, unfinished: false }, depth + 1),
    );
    if (!('problem' in planned)) return { ...planned, single: true };
    complain(planned.problem, token);
    return null;
  }

  function isBeingTyped(token: Token): boolean {
    return inputs.prefixLast === true && token.end === query.length && (token.unclosed || !token.quoted);
  }

  function complain(message: string, { start, end }: Token): void {
    problems.push({ message, start, end });
  }
}

const inBrackets = ({ words, single }: Part): string => (single ? words : `(${words})`);

/** What of a leaf is looked for in texts; a saved search brings its own. */
function termsOf(plan: Plan): TextTerm[] {
  switch (plan.kind) {
    case 'text':
      return plan.column === 'subject' ? [] : [plan.term];
    case 'near':
      return plan.column === 'subject' ? [] : [...plan.terms];
    case 'and':
    case 'or':
      return plan.of.flatMap(termsOf);
    default:
      return [];
  }
}

/** `water`, `treat*`, `"water treaty"`. */
export function nameTerm({ words, prefix }: TextTerm): string {
  const text = `${words.join(' ')}${prefix ? '*' : ''}`;
  return words.length > 1 ? `"${text}"` : text;
}
