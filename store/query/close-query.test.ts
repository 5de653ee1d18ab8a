import { expect, it } from 'vitest';
import { closeQuery } from './close-query.ts';

it.each([
  ['', ''],
  ['water', 'water'],
  ['"san jose" (a)', '"san jose" (a)'],
  ['water "san jo', 'water "san jo"'],
  ['"san ', '"san"'],
  ['from:"san jo', 'from:"san jo"'],
  ['"human rights tag:PHUM', '"human rights" tag:PHUM'],
  ['("a b -is:read', '("a b" -is:read)'],
  ['"a re: b', '"a re: b"'],
  ['(a OR (b "c', '(a OR (b "c"))'],
  ['a)', 'a)'],
])('%j -> %j', (typed, closed) => {
  expect(closeQuery(typed)).toBe(closed);
});
