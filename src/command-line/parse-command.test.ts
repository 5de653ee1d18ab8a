import { describe, expect, it } from 'vitest';
import { tag } from '../commands/deciding/tag.ts';
import { list } from '../commands/reading/list.ts';
import { Refusal } from './exit.ts';
import { describeCommand } from './parse-command.ts';
import { parseGiven } from './parse-given.ts';

describe('parsing a command', () => {
  it('keeps words as strings, numbers among them', async () => {
    const { words, options } = await parseGiven(list, ['2009', '007', '--limit', '3']);
    expect(words).toEqual(['2009', '007']);
    expect(options['limit']).toBe(3);
  });

  it('refuses an unknown option with what to type', async () => {
    await expect(parseGiven(list, ['--jsno'])).rejects.toThrow(/jsno.*Did you mean: --json/s);
    await expect(parseGiven(list, ['--jsno'])).rejects.toBeInstanceOf(Refusal);
  });

  it('gives tag changes and the query apart', async () => {
    const given = await parseGiven(tag, ['+a', '-b', '--dry-run', '--', '-fish', 'water']);
    expect(given.words).toEqual(['+a', '-b']);
    expect(given.after).toEqual(['-fish', 'water']);
    expect(given.options['dry-run']).toBe(true);
  });

  it('describes a command with its options and examples', async () => {
    const usage = await describeCommand(list, 100);
    expect(usage).toContain('cables list [QUERY]');
    expect(usage).toContain('--sort');
    expect(usage).toContain('from:arcadia');
  });
});
