import { describe, expect, it } from 'vitest';
import { splitArguments } from './split-arguments.ts';

const known = { limit: { type: 'number' }, because: { type: 'string' }, json: { type: 'boolean' } } as const;

describe('splitting options from words', () => {
  it.each([
    ['a query', ['water', 'treaty'], [], ['water', 'treaty'], null],
    ['a word to leave out', ['water', '-fish'], [], ['water', '-fish'], null],
    ['tag changes and a query', ['+border', '-old', '--', 'from:arcadia', '-fish'], [], ['+border', '-old'], ['from:arcadia', '-fish']],
    ['an option with a value', ['--limit', '5', 'water'], ['--limit=5'], ['water'], null],
    ['a value that begins with a dash', ['--because', '-see note', 'x'], ['--because=-see note'], ['x'], null],
    ['a switch takes no value', ['--json', 'water'], ['--json'], ['water'], null],
    ['an unknown option is left for yargs to refuse', ['--jsno', 'water'], ['--jsno'], ['water'], null],
    ['a missing value is left for yargs to refuse', ['--limit'], ['--limit'], [], null],
    ['-0 and -h', ['-0', '-h', '-x'], ['-0', '-h'], ['-x'], null],
    ['standard input', ['-'], [], ['-'], null],
    ['an option after -- is a word', ['--', '--json'], [], [], ['--json']],
  ] as const)('%s', (_, argv, options, words, after) => {
    expect(splitArguments(argv, known)).toEqual({ options, words, after });
  });
});
