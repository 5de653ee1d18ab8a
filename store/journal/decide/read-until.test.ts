import { describe, expect, it } from 'vitest';
import { readUntil } from './read-until.ts';

/* A Tuesday, 10:15 in Berlin. */
const now = new Date('2026-11-24T09:15:00Z');

describe('until', () => {
  it.each([
    ['tomorrow', '2026-11-24T23:00:00.000Z'],
    ['tonight', '2026-11-24T17:00:00.000Z'],
    ['3d', '2026-11-26T23:00:00.000Z'],
    ['in 3 days', '2026-11-26T23:00:00.000Z'],
    ['3h', '2026-11-24T12:15:00.000Z'],
    ['2w', '2026-12-07T23:00:00.000Z'],
    ['fri', '2026-11-26T23:00:00.000Z'],
    ['Friday', '2026-11-26T23:00:00.000Z'],
    ['tue', '2026-11-30T23:00:00.000Z'],
    ['mon', '2026-11-29T23:00:00.000Z'],
    ['next week', '2026-11-29T23:00:00.000Z'],
    ['next month', '2026-11-30T23:00:00.000Z'],
    ['1m', '2026-12-23T23:00:00.000Z'],
    ['next year', '2026-12-31T23:00:00.000Z'],
    ['2027-07-15', '2027-07-14T22:00:00.000Z'],
    ['2027-01-15 09:30', '2027-01-15T08:30:00.000Z'],
    ['2027-02-30', null],
    ['2027-13-01', null],
    ['soonish', null],
    ['', null],
  ])('%s', (words, instant) => expect(readUntil(words, { now, zone: 'Europe/Berlin' })).toBe(instant));

  it.each([
    ['a month that lacks the day ends earlier', '1m', '2027-01-31T12:00:00Z', 'UTC', '2027-02-28T00:00:00.000Z'],
    ['the day is that of the zone', 'tomorrow', '2026-11-24T02:00:00Z', 'America/New_York', '2026-11-24T05:00:00.000Z'],
    ['over the change to summer time', '1d', '2026-03-28T12:00:00Z', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['after the change to summer time', '2d', '2026-03-28T12:00:00Z', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ])('%s', (_, words, from, zone, instant) => expect(readUntil(words, { now: new Date(from), zone })).toBe(instant));
});
