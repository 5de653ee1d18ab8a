import { expect, it } from 'vitest';
import { closeQuery } from './close-query.ts';

it.each([
  ['', ''],
  ['water', 'water'],
  ['"san jose" (a)', '"san jose" (a)'],
  ['water "san jo', 'water "san jo"'],
  ['"san ', '"san"'],
  ['from:"san jo', 'from:"san jo"'],
  ['(a OR (b "c', '(a OR (b "c"))'],
  ['a)', 'a)'],
])('%j -> %j', (typed, closed) => {
  expect(closeQuery(typed)).toBe(closed);
});
