import { describe, expect, it } from 'vitest';
import { readTime } from './read-time.ts';

const around = { now: () => new Date('2026-11-24T10:00:00Z'), zone: 'Europe/Vienna' };

describe('times as people type them', () => {
  it.each([
    ['2026-03-14', 'start', '2026-03-13T23:00:00.000Z'],
    ['2026-03-14', 'end', '2026-03-14T22:59:59.999Z'],
    ['2026-03-14 21:07', 'end', '2026-03-14T20:07:00.000Z'],
    ['2026-03-14T21:07:00+01:00', 'start', '2026-03-14T20:07:00.000Z'],
    ['2026-03', 'start', '2026-02-28T23:00:00.000Z'],
    ['2026-03', 'end', '2026-03-31T21:59:59.999Z'],
    ['2025', 'end', '2025-12-31T22:59:59.999Z'],
    ['yesterday', 'start', '2026-11-22T23:00:00.000Z'],
    ['today', 'end', '2026-11-24T22:59:59.999Z'],
    ['7d', 'start', '2026-11-17T10:00:00.000Z'],
    ['3h ago', 'end', '2026-11-24T07:00:00.000Z'],
    ['9:30', 'start', '2026-11-24T08:30:00.000Z'],
    ['20:00', 'start', '2026-11-23T19:00:00.000Z'],
    ['now', 'end', '2026-11-24T10:00:00.000Z'],
  ] as const)('%s, its %s', (words, edge, instant) => {
    expect(readTime(words, edge, around)).toBe(instant);
  });

  it.each(['', 'soon', '2026-13-01', '2026-02-30', 'fri'])('refuses %j', (words) => {
    expect(() => readTime(words, 'end', around)).toThrow(/no(t a time| such day)/);
  });
});
