/* The words of a filter with their places.
 *
 *     from:"San Jose" (water OR treat*) -fish NEAR(a b, 5)     class:="SECRET//NOFORN"
 *     └ field ──────┘ └ group ────────┘ └ not └ near           └ field
 */

export interface Token {
  readonly kind: 'word' | 'phrase' | 'field' | 'near' | 'and' | 'or' | 'not' | 'open' | 'close';
  readonly start: number;
  readonly end: number;
  /** The word, the phrase without its quotes, the value of a field. */
  readonly text: string;
  /** Of a field, lower case: `from`. */
  readonly field: string | null;
  /** A `*` at the end, or just behind the closing quote or before it. */
  readonly prefix: boolean;
  /** A phrase whose quote does not close. */
  readonly unclosed: boolean;
  /** Written in quotes. */
  readonly quoted: boolean;
}

/** Never fails: what cannot be a token is a word. */
export function tokenizeQuery(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    const c = query[at]!;
    if (/\s/.test(c)) {
      at += 1;
      continue;
    }
    const start = at;
    if (c === '(' || c === ')') {
      at += 1;
      push(c === '(' ? 'open' : 'close', c);
    } else if (c === '-' && /[^\s-]/.test(query[at + 1] ?? '')) {
      at += 1;
      push('not', '-');
    } else if (c === '"') {
      const { text, prefix, unclosed } = quoted();
      push('phrase', text, null, prefix, unclosed, true);
    } else {
      const near = /^NEAR\(([^()]*)\)/.exec(query.slice(at));
      const field = /^([a-z]+):/i.exec(query.slice(at));
      if (near) {
        at += near[0].length;
        push('near', near[1]!);
      } else if (field && !/^https?$/i.test(field[1]!)) {
        at += field[0].length;
        const sign = /^[<>=]{1,2}(?=")/.exec(query.slice(at, at + 3))?.[0] ?? '';
        if (query[at + sign.length] === '"') {
          at += sign.length;
          const { text, prefix, unclosed } = quoted();
          push('field', sign + text, field[1]!.toLowerCase(), prefix, unclosed, true);
        } else {
          const value = /^[^\s()]*/.exec(query.slice(at))![0];
          at += value.length;
          push('field', value.replace(/\*+$/, ''), field[1]!.toLowerCase(), value.endsWith('*'));
        }
      } else {
        const word = /^[^\s()"]+/.exec(query.slice(at))![0];
        at += word.length;
        if (word === 'OR') push('or', word);
        else if (word === 'AND') push('and', word);
        else if (word === 'not' || word === 'NOT') push('not', word);
        else push('word', word.replace(/\*+$/, ''), null, word.endsWith('*'));
      }
    }

    function push(
      kind: Token['kind'],
      text: string,
      field: string | null = null,
      prefix = false,
      unclosed = false,
      isQuoted = false,
    ): void {
      tokens.push({ kind, start, end: at, text, field, prefix, unclosed, quoted: isQuoted });
    }
  }
  return tokens;

  function quoted(): { text: string; prefix: boolean; unclosed: boolean } {
    const close = query.indexOf('"', at + 1);
    const text = query.slice(at + 1, close === -1 ? query.length : close);
    at = close === -1 ? query.length : close + 1;
    const outside = query[at] === '*';
    if (outside) at += 1;
    return { text: text.replace(/\*$/, ''), prefix: outside || text.endsWith('*'), unclosed: close === -1 };
  }
}
