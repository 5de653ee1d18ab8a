/* A filter -> its plan, what was understood in words, and problems with their places. Never throws.
 *
 *     or      := and (OR and)*
 *     and     := unary+                 side by side, or AND
 *     unary   := (- | not) unary | primary
 *     primary := word | phrase | field:value | NEAR(...) | ( or )
 */
import { foldWords } from './fold-words.ts';
import type { Plan, TextTerm } from './plan.ts';
import { type PlanInputs, planField } from './plan-field.ts';
import { type Token, tokenizeQuery } from './tokenize-query.ts';

export interface QueryProblem {
  readonly message: string;
  /** Place in the text, UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

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
}

interface Part {
  readonly plan: Plan;
  readonly words: string;
}

export function planQuery(query: string, inputs: QueryInputs, depth = 0): PlannedQuery {
  const tokens = tokenizeQuery(query);
  const problems: QueryProblem[] = [];
  const terms: TextTerm[] = [];
  let at = 0;
  let negated = false;

  if (tokens.length === 0) return { plan: { kind: 'all' }, understood: '', problems, terms };
  const parts: Part[] = [];
  while (at < tokens.length) {
    const part = readOr();
    if (part) parts.push(part);
    else if (at < tokens.length && (tokens[at]!.kind === 'close' || tokens[at]!.kind === 'or' || tokens[at]!.kind === 'and')) {
      const stray = tokens[at]!;
      complain(stray.kind === 'close' ? 'this ) closes nothing' : `${stray.text} needs a word on both sides`, stray);
      at += 1;
    }
  }
  const { plan, words } = joinAnd(parts);
  return { plan, understood: words, problems, terms };

  function readOr(): Part | null {
    const first = readAnd();
    if (!first) return null;
    const parts = [first];
    while (tokens[at]?.kind === 'or') {
      const or = tokens[at++]!;
      const next = readAnd();
      if (next) parts.push(next);
      else complain('OR needs a word on both sides', or);
    }
    if (parts.length === 1) return first;
    return { plan: { kind: 'or', of: parts.map((part) => part.plan) }, words: `(${parts.map((part) => part.words).join(' OR ')})` };
  }

  function readAnd(): Part | null {
    const parts: Part[] = [];
    while (at < tokens.length) {
      const { kind } = tokens[at]!;
      if (kind === 'and' && parts.length > 0 && at + 1 < tokens.length) {
        at += 1;
        continue;
      }
      if (kind === 'or' || kind === 'close' || kind === 'and') break;
      const part = readUnary();
      if (part) parts.push(part);
    }
    return parts.length === 0 ? null : joinAnd(parts);
  }

  function readUnary(): Part | null {
    const token = tokens[at]!;
    if (token.kind !== 'not') return readPrimary();
    at += 1;
    if (at >= tokens.length || ['or', 'and', 'close'].includes(tokens[at]!.kind)) {
      complain('not needs a word behind it', token);
      return null;
    }
    negated = !negated;
    const part = readUnary();
    negated = !negated;
    return part && { plan: { kind: 'not', of: part.plan }, words: `NOT ${part.words}` };
  }

  function readPrimary(): Part | null {
    const token = tokens[at++]!;
    switch (token.kind) {
      case 'open': {
        const part = readOr();
        if (tokens[at]?.kind === 'close') at += 1;
        else complain('this ( is not closed', token);
        if (!part) complain('nothing stands between ( and )', token);
        return part;
      }
      case 'field':
        return readField(token);
      case 'near':
        return readNear(token);
      default:
        return readText(token);
    }
  }

  function readText(token: Token): Part | null {
    const words = foldWords(token.text);
    if (words.length === 0) {
      complain(`${token.text || 'this'} has no letters to search for`, token);
      return null;
    }
    if (token.unclosed && !inputs.prefixLast) complain('the quote is not closed', token);
    const typing = inputs.prefixLast === true && token.end === query.length && !token.quoted;
    const term = { words, prefix: token.prefix || typing || (token.unclosed && inputs.prefixLast === true) };
    if (!negated) terms.push(term);
    return { plan: { kind: 'text', term, column: 'any' }, words: nameTerm(term) };
  }

  function readNear(token: Token): Part | null {
    const [list = '', distance] = token.text.split(',');
    const near = tokenizeQuery(list)
      .map(({ text, prefix }) => ({ words: foldWords(text), prefix }))
      .filter(({ words }) => words.length > 0);
    if (near.length < 2) {
      complain('NEAR needs two words: NEAR(water treaty, 5)', token);
      return null;
    }
    if (!negated) terms.push(...near);
    const within = Number(distance ?? 10) || 10;
    return {
      plan: { kind: 'near', terms: near, distance: within, column: 'any' },
      words: `NEAR(${near.map(nameTerm).join(' ')}, ${within})`,
    };
  }

  function readField(token: Token): Part | null {
    const planned = planField(
      token.field!,
      { text: token.text.replace(/\*$/, token.field === 'id' ? '*' : ''), prefix: token.prefix, quoted: token.quoted },
      inputs,
      (saved) => (depth > 4 ? { kind: 'none' } : planQuery(saved, { ...inputs, prefixLast: false }, depth + 1).plan),
    );
    if ('problem' in planned) {
      complain(planned.problem, token);
      return null;
    }
    if (planned.plan.kind === 'text' && !negated) terms.push(planned.plan.term);
    return planned;
  }

  function complain(message: string, { start, end }: Token): void {
    problems.push({ message, start, end });
  }
}

function joinAnd(parts: readonly Part[]): Part {
  if (parts.length === 1) return parts[0]!;
  if (parts.length === 0) return { plan: { kind: 'all' }, words: '' };
  return { plan: { kind: 'and', of: parts.map(({ plan }) => plan) }, words: parts.map(({ words }) => words).join(' AND ') };
}

function nameTerm({ words, prefix }: TextTerm): string {
  const text = `${words.join(' ')}${prefix ? '*' : ''}`;
  return words.length > 1 ? `"${text}"` : text;
}
