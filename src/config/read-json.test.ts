import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonMistake, readJson } from './read-json.ts';

describe('readJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(4), (text, indent) => {
        const value: unknown = JSON.parse(text);
        expect(readJson(JSON.stringify(value, null, indent)).value).toEqual(value);
      }),
    );
  });

  it('knows the line of every value, and lets comments and last commas be', () => {
    const { value, lineOf } = readJson('// mine\n{\n  "a": 1, /* two\n lines */\n  "b": { "c": [\n    7,\n    8,\n  ] },\n}\n');
    expect(value).toEqual({ a: 1, b: { c: [7, 8] } });
    expect([[], ['a'], ['b', 'c'], ['b', 'c', 1], ['b', 'nowhere']].map(lineOf)).toEqual([2, 3, 5, 7, 5]);
  });

  it.each([
    ['{\n "a" 1 }', 2, 'expected : after "a"'],
    ['{ "a": }', 1, 'expected a value: text in "", a number, true, false, [ or {'],
    ['{ "a": 1\n "b": 2 }', 2, 'expected a comma or }'],
    ['[1, 2', 1, 'expected a comma or ]; the file ends here'],
    ['{ a: 1 }', 1, 'expected the name of a field in "", or }'],
    ['{}\n{}', 2, /expected nothing more/],
    ['', 1, /the file ends here/],
    ['{ "a": "\\x" }', 1, /expected a text whose/],
  ])('%j is refused with its line', (text, line, message) => {
    let mistake: unknown;
    try {
      readJson(text);
    } catch (error) {
      mistake = error;
    }
    expect(mistake).toBeInstanceOf(JsonMistake);
    expect((mistake as JsonMistake).line).toBe(line);
    expect((mistake as JsonMistake).message).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });
});
