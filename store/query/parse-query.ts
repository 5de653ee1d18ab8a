/* A filter -> its tree, with places. Never fails: what cannot be understood is a problem, and the rest is read on.
 *
 *     or      := and (OR and)*
 *     and     := unary+                 side by side, or AND
 *     unary   := (- | not) unary | primary
 *     primary := word | phrase | field:value | NEAR(...) | ( or )
 */
import { type Token, tokenizeQuery } from './tokenize-query.ts';

export interface QueryProblem {
  readonly message: string;
  /** Place in the text, UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

export type QueryNode =
  | { readonly kind: 'and' | 'or'; readonly of: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly of: QueryNode }
  /** A word, a phrase, `field:value` or NEAR(...). */
  | { readonly kind: 'leaf'; readonly token: Token };

export interface ParsedQuery {
  /** Null: everything. */
  readonly ast: QueryNode | null;
  readonly problems: readonly QueryProblem[];
}

/** Brackets and nots in one another beyond which nobody means it. */
const DEEPEST = 60;

/** @param unfinished it is being typed: what the last word still lacks, a bracket that closes or a word behind OR, is no problem yet */
export function parseQuery(query: string, unfinished = false): ParsedQuery {
  const tokens = tokenizeQuery(query);
  const problems: QueryProblem[] = [];
  let at = 0;
  let tooDeep = false;

  const parts: QueryNode[] = [];
  while (at < tokens.length) {
    const before = at;
    const part = readOr(0);
    if (part) parts.push(part);
    const stray = tokens[at];
    if (stray === undefined) break;
    if (stray.kind === 'close') complain('this ) closes nothing', stray);
    else if (at === before) complain(`${stray.text} needs a word on both sides`, stray);
    at += stray.kind === 'close' || at === before ? 1 : 0;
  }
  return { ast: join('and', parts), problems };

  function readOr(depth: number): QueryNode | null {
    const parts: QueryNode[] = [];
    const first = readAnd(depth);
    if (!first) return null;
    parts.push(first);
    while (tokens[at]?.kind === 'or') {
      const or = tokens[at++]!;
      const next = readAnd(depth);
      if (next) parts.push(next);
      else complain('OR needs a word on both sides', or);
    }
    return join('or', parts);
  }

  function readAnd(depth: number): QueryNode | null {
    const parts: QueryNode[] = [];
    for (let token = tokens[at]; token !== undefined; token = tokens[at]) {
      if (token.kind === 'or' || token.kind === 'close') break;
      if (token.kind === 'and') {
        const next = tokens[at + 1]?.kind;
        if (parts.length === 0 && depth === 0) break;
        if (parts.length === 0 || next === undefined || next === 'or' || next === 'close' || next === 'and')
          complain('AND needs a word on both sides', token);
        at += 1;
        continue;
      }
      const part = readUnary(depth);
      if (part) parts.push(part);
    }
    return join('and', parts);
  }

  function readUnary(depth: number): QueryNode | null {
    const token = tokens[at]!;
    if (depth > DEEPEST) {
      complain('brackets and nots stand too deep in one another', token);
      tooDeep = true;
      at = tokens.length;
      return null;
    }
    if (token.kind !== 'not') return readPrimary(depth);
    at += 1;
    const next = tokens[at];
    if (next === undefined || next.kind === 'or' || next.kind === 'and' || next.kind === 'close') {
      complain('not needs a word behind it', token);
      return null;
    }
    const of = readUnary(depth + 1);
    return of && { kind: 'not', of };
  }

  function readPrimary(depth: number): QueryNode | null {
    const token = tokens[at++]!;
    if (token.kind !== 'open') return { kind: 'leaf', token };
    const part = readOr(depth + 1);
    if (tokens[at]?.kind === 'close') at += 1;
    else if (!tooDeep && !unfinished) complain('this ( is not closed', token);
    if (!part && !tooDeep) complain('nothing stands between ( and )', token);
    return part;
  }

  function complain(message: string, { start, end }: Token): void {
    if (!(unfinished && end === tokens.at(-1)!.end)) problems.push({ message, start, end });
  }
}

function join(kind: 'and' | 'or', parts: readonly QueryNode[]): QueryNode | null {
  return parts.length < 2 ? (parts[0] ?? null) : { kind, of: parts };
}
