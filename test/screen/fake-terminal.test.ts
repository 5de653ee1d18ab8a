import { expect, it } from 'vitest';
import type { Input } from '../../src/reader/terminal/terminal.ts';
import { FakeTerminal } from './fake-terminal.ts';

it('turns names of keys into the inputs that a real terminal gives', () => {
  const terminal = new FakeTerminal();
  const chunks: (readonly Input[])[] = [];
  terminal.onInput((inputs) => chunks.push(inputs));
  terminal.press('3j', 'esc', 'pgdn', '^d', 'S-tab').paste('two\nlines');
  const said = chunks.map((inputs) => inputs.map((input) => (input.kind === 'key' ? input.key : input.kind)).join(' '));
  expect(said).toEqual(['3 j', 'esc', 'pgdn', '^d', 'S-tab', 'paste']);
});

it('shows what was painted, by either way', () => {
  const terminal = new FakeTerminal(20, 2);
  terminal.paint([[{ text: 'ab ', role: 'dim' }, { text: 'c  ' }]]);
  expect(terminal.screen()).toBe('ab c');
  terminal.frames.write('\x1b[1mtitle\x1b[22m\nrow');
  expect(terminal.rows()).toEqual(['title', 'row']);
});
