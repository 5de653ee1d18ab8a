import { describe, expect, it } from 'vitest';
import { systemZone } from './system-zone.ts';

const asked = Intl.DateTimeFormat().resolvedOptions().timeZone;

describe('the zone of this machine', () => {
  it.each([
    ['UTC', 'UTC'],
    [':Europe/Vienna', 'Europe/Vienna'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ])('TZ=%s is %s', (TZ, zone) => {
    expect(systemZone({ TZ })).toBe(zone);
    expect(() => new Intl.DateTimeFormat('en', { timeZone: systemZone({ TZ }) })).not.toThrow();
  });

  it.each(['CET-1CEST', 'Europe/Nowhere', '/etc/localtime', '../../etc/passwd'])('TZ=%s is no name: Intl is asked', (TZ) => {
    expect(systemZone({ TZ })).toBe(asked);
  });

  it('without TZ is one that Intl knows', () => {
    expect(() => new Intl.DateTimeFormat('en', { timeZone: systemZone({}) })).not.toThrow();
  });
});
