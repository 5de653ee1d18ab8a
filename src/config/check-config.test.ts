import { describe, expect, it } from 'vitest';
import { configExample } from '../help/config-example.ts';
import { checkConfig } from './check-config.ts';
import { defaultConfig } from './config.ts';
import { configSchema } from './config-schema.ts';
import { readJson } from './read-json.ts';

const check = (value: unknown) => {
  const { config, mistakes } = checkConfig(value, 'dark');
  return { config, said: mistakes.map(({ path, message }) => `${path.join('.')}: ${message}`) };
};

describe('checkConfig', () => {
  it('takes an empty one for the defaults', () => expect(check({})).toEqual({ config: defaultConfig, said: [] }));

  it('takes what the documents show', () => {
    const value = {
      $schema: 'config.schema.json',
      keys: { keep: 'K', 'previous-cable': '[', skip: ['x', 'X X'], narrow: [] },
      theme: 'light',
      colours: { accent: 'bold magenta' },
      columns: ['id', 'subject'],
      links: { cable: 'https://example.org/{year}/{month}/{id}.html' },
      favourites: ['follow-up', 'iran/nuclear'],
      zone: 'Europe/Berlin',
      mouse: true,
      ambiguous: 'wide',
      excerpts: false,
    };
    const { config, said } = check(value);
    expect(said).toEqual(['keys.skip: X is now skip, no longer skip-because']);
    expect(config.keys).toEqual({ keep: ['K'], 'previous-cable': ['['], skip: ['x', 'X X'], narrow: [] });
    expect(config).toMatchObject({
      theme: 'light',
      zone: 'Europe/Berlin',
      columns: ['id', 'subject'],
      favourites: ['follow-up', 'iran/nuclear'],
    });
    expect(config.links).toEqual({ ...defaultConfig.links, cable: value.links.cable });
  });

  it.each([
    ['an unknown command', { keys: { kepe: 'x' } }, 'keys.kepe: there is no command kepe; nearest: keep'],
    ['an unknown field', { colour: {} }, 'colour: there is no field colour; nearest: colours'],
    ['a field far from any', { plugins: 1 }, /^plugins: there is no field plugins/],
    ['a key that is none', { keys: { tag: ['t', 'spcae'] } }, 'keys.tag.1: "spcae" is no key; nearest: space'],
    ['a number for a key', { keys: { tag: 5 } }, 'keys.tag: 5 is neither a key such as "v" or "g h" nor a list of keys'],
    ['a theme', { theme: 'drak' }, 'theme: "drak" is none of auto, dark, light, contrast; nearest: dark'],
    ['a colour', { colours: { warn: 'yelow' } }, 'colours.warn: "yelow" is no colour; nearest: yellow'],
    ['a role', { colours: { accnt: 'cyan' } }, 'colours.accnt: there is no field accnt; nearest: accent'],
    ['an unreadable colour', { colours: { warn: 'blue' } }, 'colours.warn: blue cannot be read on a dark background'],
    ['a column', { columns: ['id', 'subjct'] }, /^columns\.1: "subjct" is none of .*nearest: subject$/],
    ['a place in a link', { links: { cable: 'x/{idd}' } }, /^links\.cable: \{idd\} is filled by nothing; there are \{id\}/],
    ['a zone', { zone: 'Europa/Berlin' }, 'zone: "Europa/Berlin" is no time zone; write one like Europe/Berlin or UTC'],
    ['a text for a switch', { mouse: 'yes' }, 'mouse: "yes" is not true or false'],
    ['a tag with a blank', { favourites: ['follow up'] }, 'favourites.0: "follow up" is not a tag without blanks, + or #: follow-up'],
    ['more favourites than keys', { favourites: [...'abcdefghij'] }, 'favourites: more than 9'],
    ['a list for the whole', [], ': [] is not fields in { }'],
  ])('%s is said, and costs no more than itself', (_, wrong, said) => {
    const right = { zone: 'UTC', ...(Array.isArray(wrong) ? {} : wrong) };
    expect(check(wrong).said).toEqual([typeof said === 'string' ? said : expect.stringMatching(said)]);
    if (!Array.isArray(wrong) && !('zone' in wrong)) expect(check(right).config.zone).toBe('UTC');
  });

  it('finds every mistake of a file at once, and keeps what stands beside them', () => {
    const { config, said } = check({ keys: { kepe: 'x', tag: 5, keep: 'ä' }, theme: 'drak', columns: ['id', 'subjct', 'subject'], x: 1 });
    expect(said).toHaveLength(5);
    expect(config.keys).toEqual({ keep: ['ä'] });
    expect(config.columns).toEqual(['id', 'subject']);
    expect(config.theme).toBe('auto');
  });

  it('has a schema field for every setting', () => {
    expect(Object.keys(configSchema.shape).filter((name) => name !== '$schema')).toEqual(Object.keys(defaultConfig));
  });
});

it('finds nothing wrong with the example of the documents but what it takes keys from', () => {
  expect(checkConfig(readJson(configExample).value, 'dark').mistakes).toEqual([]);
});
