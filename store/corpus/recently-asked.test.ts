import { expect, it } from 'vitest';
import { RecentlyAsked } from './recently-asked.ts';

it('keeps what is asked again and forgets what is not, never all at once', () => {
  const names = new RecentlyAsked<string, number>(2);
  names.set('asked', 1);
  names.set('once', 2);
  names.set('then', 3);
  expect(names.get('asked')).toBe(1);
  names.set('now', 4);
  expect([names.get('asked'), names.get('then'), names.get('now'), names.get('once')]).toEqual([1, 3, 4, undefined]);
});

it('holds at most twice its half', () => {
  const names = new RecentlyAsked<number, number>(10);
  for (let n = 0; n < 100; n++) names.set(n, n);
  expect([...Array(100).keys()].filter((n) => names.get(n) !== undefined).length).toBeLessThanOrEqual(20);
});

it('forgets all when told to', () => {
  const names = new RecentlyAsked<string, number>(1);
  names.set('a', 1);
  names.set('b', 2);
  names.clear();
  expect([names.get('a'), names.get('b')]).toEqual([undefined, undefined]);
});
