import { expect, it } from 'vitest';
import { loadCommand, verbs } from '../../commands/all-commands.ts';
import { completeWords, type Names } from './complete-words.ts';

const named = (...values: readonly string[]) => values.map((value) => ({ value }));

const names: Names = {
  ids: async (begun) => named('09ARCADIA81', '09ARCADIA812').filter(({ value }) => value.startsWith(begun)),
  ownTags: async () => named('gauges', 'follow-up'),
  searches: async () => named('border'),
  devices: async () => named('7f3a91c2'),
  handles: async (undone) => named(undone ? '1d2e' : '3f2a'),
  query: async () => ({
    origins: named('Embassy Arcadia', 'Embassy Port Vesper'),
    countries: named('United States'),
    tags: named('SENV', 'SNAR'),
    years: named('2009'),
    mine: named('gauges'),
    searches: named('border'),
  }),
};

const offered = async (...words: readonly string[]) =>
  (await completeWords({ words, verbs, loadCommand, names })).map(({ value }) => value);

it.each([
  [['li'], ['list']],
  [['--sa'], ['--sample']],
  [
    ['list', '--sort', 're'],
    ['released', 'relevance'],
  ],
  [['list', '--so'], ['--sort']],
  [
    ['list', 'is:un'],
    ['is:unread', 'is:undecided'],
  ],
  [['list', '-is:unr'], ['-is:unread']],
  [['list', 'from:portv'], ['from:portvesper']],
  [['list', 'water', 'from:arc'], ['from:arcadia']],
  [['from:arc'], ['from:arcadia']],
  [['list', 'country:un'], ['country:"United States"']],
  [
    ['count', '--by', 'm'],
    ['month', 'mine'],
  ],
  [['list', '--fields', 'id,cr'], ['id,created']],
  [['tag', '-fol'], ['-follow-up']],
  [
    ['tag', '+'],
    ['+gauges', '+follow-up'],
  ],
  [['tag', '+x', '--', 'mine:ga'], ['mine:gauges']],
  [['list', 'cites:09ARCADIA812'], ['cites:09ARCADIA812']],
  [
    ['show', '09ARCADIA81'],
    ['09ARCADIA81', '09ARCADIA812'],
  ],
  [['show', '09ARCADIA81', '0'], []],
  [['mark', 'sk'], ['skipped']],
  [['mark', 'kept', '--for', 'b'], ['border']],
  [['mark', 'kept', '--', 'undecided:'], ['undecided:border']],
  [['undo', ''], ['3f2a']],
  [['redo', ''], ['1d2e']],
  [['log', '--device', ''], ['7f3a91c2']],
  [['export', 'led'], ['ledger']],
  [
    ['export', 'ledger', '--format', 'c'],
    ['csv', 'csl-json', 'chicago'],
  ],
  [['help', 'fil'], ['filters']],
  [['import', 'x'], [':files']],
  [['--store', 'x'], [':files']],
  [['--store', '/nowhere', 'cou'], ['count']],
  [
    ['journal', ''],
    ['verify', 'forget'],
  ],
  [['list', 'nofield:x'], []],
] as const)('after %j', async (words, wanted) => expect(await offered(...words)).toEqual([...wanted]));

it('knows what stands behind every verb', async () => {
  for (const verb of verbs) expect(await offered(verb, '--')).toContain('--store');
});
