import { expect, it } from 'vitest';
import { upcast } from './upcast.ts';

const versions = { 'tag.added': 3 };
const table = { 'tag.added': { 1: (data: object) => ({ ...data, two: true }), 2: (data: object) => ({ ...data, three: true }) } };

it.each([
  [
    'lifts version by version',
    { type: 'tag.added', v: 1, data: { tag: 'a' } },
    { known: true, event: { type: 'tag.added', v: 3, data: { tag: 'a', two: true, three: true } } },
  ],
  ['leaves the current one', { type: 'tag.added', v: 3, data: {} }, { known: true, event: { type: 'tag.added', v: 3, data: {} } }],
  ['says what is newer', { type: 'tag.added', v: 4, data: {} }, { known: false, newer: true }],
  ['says what is unknown', { type: 'tag.eaten', v: 1, data: {} }, { known: false, newer: false }],
  ['does not guess below the oldest', { type: 'tag.added', v: 0, data: {} }, { known: false, newer: false }],
])('%s', (_, event, result) => expect(upcast(event, versions, table)).toEqual(result));
