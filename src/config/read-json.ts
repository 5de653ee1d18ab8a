/* JSON with the line of every value, so that an error can say where it is. Comments and commas before a closing bracket are let through: people
 * write this file by hand.
 *
 * JSON.parse says neither the line of a value nor, in all its versions, that of a mistake.
 */

export type Path = readonly (string | number)[];

export interface LocatedJson {
  readonly value: unknown;
  /** Line (from 1) where the value of a field stands; that of the nearest around it where there is no such field. */
  lineOf(path: Path): number;
}

export class JsonMistake extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.name = 'JsonMistake';
    this.line = line;
  }
}

const SKIP = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const STRING = /"(?:[^"\\\n]|\\.)*"/y;
const WORD = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** @throws JsonMistake with the line and what was expected there */
export function readJson(text: string): LocatedJson {
  let at = 0;
  const offsets = new Map<string, number>();
  const value = readValue([]);
  skip();
  if (at < text.length) fail('nothing more: the file ends with the bracket that closes its first');
  return {
    value,
    lineOf(path) {
      for (let length = path.length; length > 0; length--) {
        const offset = offsets.get(nameOf(path.slice(0, length)));
        if (offset !== undefined) return lineAt(offset);
      }
      return lineAt(offsets.get(nameOf([])) ?? 0);
    },
  };

  function readValue(path: Path): unknown {
    skip();
    offsets.set(nameOf(path), at);
    if (text[at] === '{') return readObject(path);
    if (text[at] === '[') return readArray(path);
    const word = take(STRING) ?? take(WORD);
    if (word === null) fail('a value: text in "", a number, true, false, [ or {');
    return parsed(word);
  }

  function readObject(path: Path): Record<string, unknown> {
    const fields: [string, unknown][] = [];
    at += 1;
    for (;;) {
      skip();
      if (text[at] === '}') break;
      const name = take(STRING);
      if (name === null) fail('the name of a field in "", or }');
      skip();
      if (text[at] !== ':') fail(`: after ${name}`);
      at += 1;
      const field = parsed(name) as string;
      fields.push([field, readValue([...path, field])]);
      skip();
      if (text[at] === ',') at += 1;
      else if (text[at] !== '}') fail('a comma or }');
    }
    at += 1;
    return Object.fromEntries(fields);
  }

  function readArray(path: Path): unknown[] {
    const items: unknown[] = [];
    at += 1;
    for (;;) {
      skip();
      if (text[at] === ']') break;
      items.push(readValue([...path, items.length]));
      skip();
      if (text[at] === ',') at += 1;
      else if (text[at] !== ']') fail('a comma or ]');
    }
    at += 1;
    return items;
  }

  function parsed(word: string): unknown {
    try {
      return JSON.parse(word);
    } catch {
      at -= word.length;
      return fail('a text whose \\ stands before one of " \\ / b f n r t u');
    }
  }

  function skip(): void {
    SKIP.lastIndex = at;
    SKIP.exec(text);
    at = SKIP.lastIndex;
  }

  function take(pattern: RegExp): string | null {
    pattern.lastIndex = at;
    const [word = null] = pattern.exec(text) ?? [];
    if (word !== null) at += word.length;
    return word;
  }

  function fail(expected: string): never {
    throw new JsonMistake(lineAt(at), `expected ${expected}${at >= text.length ? '; the file ends here' : ''}`);
  }

  function lineAt(offset: number): number {
    return text.slice(0, offset).split('\n').length;
  }
}

const nameOf = (path: Path): string => JSON.stringify(path.map(String));
