import { expect, it } from 'vitest';
import type { EventDraft } from '../events.ts';
import { checkDraft } from './check-draft.ts';
import { checkAgainstSchema } from './schema.ts';

const good = { type: 'tag.added', data: { cables: ['09ARCADIA1'], tag: 'a', via: {} } } as EventDraft;
const bad = (data: object): EventDraft => ({ type: 'tag.added', data }) as unknown as EventDraft;

it.each([
  ['by hand', checkDraft],
  ['by schema', checkAgainstSchema],
])('what is written is checked %s', (_, check) => {
  expect(() => check(good)).not.toThrow();
  expect(() => check(bad({ cables: '09ARCADIA1', tag: 'a', via: {} }))).toThrow(/The event tag\.added cannot be written/);
  expect(() => check(bad({ cables: ['09ARCADIA1'], via: {} }))).toThrow(TypeError);
});

it('the schema also knows what must not be there', () => {
  expect(() => checkAgainstSchema(bad({ cables: ['09ARCADIA1'], tag: 'a', via: { why: 'x' } }))).toThrow(/via/);
  expect(() => checkAgainstSchema(bad({ cables: [], tag: 'a', via: {} }))).toThrow(/cables/);
});
