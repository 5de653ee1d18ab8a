import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindKeys } from './bind-keys.ts';
import { type CommandId, defaultCommands, type ScreenKind } from './keymap.ts';
import { readSequence } from './read-sequence.ts';

const SCREENS: readonly ScreenKind[] = ['home', 'values', 'list', 'cable', 'things', 'text'];

describe('readSequence', () => {
  it.each([
    ['v', 'v'],
    ['g h', 'g h'],
    ['gh', 'g h'],
    ['ctrl-d', '^d'],
    ['C-d', '^d'],
    ['^D', '^d'],
    ['alt-b', 'M-b'],
    ['PageDown', 'pgdn'],
    ['return', 'enter'],
    ['g space', 'g space'],
    [' ', 'space'],
    ['é', 'é'],
    ['F5', 'f5'],
  ])('%s is %s', (text, keys) => expect(readSequence(text)).toEqual({ keys }));

  it.each([
    ['spcae', /nearest: space/],
    ['', /\[\] takes the keys away/],
    ['3', /begins a count/],
    ['4 x', /begins a count/],
    ['hyper-x', /is no key; write/],
    ['^m', /is no key/],
  ])('%j is refused', (text, problem) => expect(readSequence(text)).toEqual({ problem: expect.stringMatching(problem) as string }));
});

describe('bindKeys', () => {
  it('without a config is the keymap as it is, without conflict', () => {
    const { keymap, conflicts } = bindKeys({});
    expect(keymap.commands).toEqual(defaultCommands);
    expect(conflicts).toEqual([]);
  });

  it('gives a key that a command of the program had to the one in the config, and names both', () => {
    const { keymap, conflicts } = bindKeys({ keep: ['K'] });
    expect(keymap.find('K', 'cable')).toBe('keep');
    expect(keymap.find('[', 'cable')).toBe('previous-cable');
    expect(keymap.find('v', 'cable')).toBeNull();
    expect(keymap.keyOf('previous-cable')).toBe('[');
    expect(conflicts).toEqual([{ command: 'keep', message: 'K is now keep, no longer previous-cable' }]);
  });

  it('says nothing where both are in the config and do not meet', () => {
    const { conflicts } = bindKeys({ keep: ['K'], 'previous-cable': ['['] });
    expect(conflicts).toEqual([]);
  });

  it('of two in the config the first has it', () => {
    const { keymap, conflicts } = bindKeys({ keep: ['ö'], skip: ['ö', 'x'] });
    expect(keymap.find('ö', 'list')).toBe('keep');
    expect(keymap.find('x', 'list')).toBe('skip');
    expect(conflicts).toEqual([{ command: 'skip', message: 'ö is keep already, not skip' }]);
  });

  it('a key that begins sequences hides them, and says of each that it is gone', () => {
    const { keymap, conflicts } = bindKeys({ undo: ['g'] });
    expect(keymap.find('g', 'home')).toBe('undo');
    expect(conflicts.map(({ message }) => message)).toContain('gh is now undo, no longer go-home');
    expect(keymap.keyOf('go-home')).toBe('');
  });

  it('no two commands of one screen may share a key only where they meet: enter opens a row and goes a line down in a text', () => {
    expect(bindKeys({ open: ['enter', '→'] }).conflicts).toEqual([]);
  });

  it('never takes the last key from what one needs to find out again', () => {
    const { keymap, conflicts } = bindKeys({ help: [], keep: ['q'], box: [], skip: [':', '^p'] });
    expect(keymap.keyOf('help')).toBe('?');
    expect(keymap.find('q', 'list')).toBe('back');
    expect(keymap.find(':', 'list')).toBe('box');
    expect(conflicts.map(({ message }) => message).toSorted()).toEqual([
      ': ^p stays box, which must have a key',
      'box must have a key; it keeps : ^p',
      'help must have a key; it keeps ? h f1',
      'q stays back, which must have a key',
    ]);
  });

  it('whatever is bound, no key means two things on one screen, none hides another, and one can leave', () => {
    const ids = defaultCommands.map(({ id }) => id);
    const keys = fc.constantFrom('a', 'g', 'g h', 'g h h', 'q', 'y', 'y y', 'r', 'r A-Z', 'r B', 'esc', ':', '?', '^x', 'space', 'Q');
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...ids), fc.uniqueArray(keys, { maxLength: 3 }), { maxKeys: 12 }), (bindings) => {
        const { keymap } = bindKeys(bindings as Partial<Record<CommandId, string[]>>);
        for (const screen of SCREENS) {
          const here = keymap.commands.filter(({ on }) => on.includes(screen));
          for (const command of here)
            for (const key of command.keys)
              expect([screen, key, keymap.find(key.replace('A-Z', 'Z'), screen)]).toEqual([screen, key, command.id]);
          for (const needed of ['back', 'cancel', 'box', 'help'] as const) expect(keymap.keyOf(needed)).not.toBe('');
        }
      }),
    );
  });
});
