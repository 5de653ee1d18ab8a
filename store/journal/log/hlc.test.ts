import { describe, expect, it } from 'vitest';
import { type Clock, deviceOf, formatHlc, looksLikeHlc, observe, parseHlc, START, slotOf, tick } from './hlc.ts';

const T = Date.parse('2026-11-24T09:15:02.123Z');

describe('the clock', () => {
  it.each<[string, Clock, number, Clock]>([
    ['takes the wall time', START, T, { ms: T, counter: 0 }],
    ['counts within a millisecond', { ms: T, counter: 4 }, T, { ms: T, counter: 5 }],
    ['does not step back with the wall clock', { ms: T, counter: 0 }, T - 3_600_000, { ms: T, counter: 1 }],
    ['carries a full counter into the milliseconds', { ms: T, counter: 0xffff }, T, { ms: T + 1, counter: 0 }],
    ['goes on from a carried millisecond', { ms: T + 1, counter: 0 }, T, { ms: T + 1, counter: 1 }],
    ['leaves the counter behind when time goes on', { ms: T, counter: 77 }, T + 1, { ms: T + 1, counter: 0 }],
  ])('%s', (_, clock, now, next) => expect(tick(clock, now)).toEqual(next));

  it.each<[string, string, Clock]>([
    ['a later id', '2026-11-24T09:15:03.000Z-0002-7f3a91c2-k2v9', { ms: T + 877, counter: 2 }],
    ['a higher counter', '2026-11-24T09:15:02.123Z-0009-7f3a91c2-k2v9', { ms: T, counter: 9 }],
    ['not an earlier id', '2026-11-24T09:15:02.122Z-ffff-7f3a91c2-k2v9', { ms: T, counter: 3 }],
    ['not what is no id', 'yesterday', { ms: T, counter: 3 }],
  ])('advances past %s', (_, id, clock) => expect(observe({ ms: T, counter: 3 }, id)).toEqual(clock));
});

describe('an id', () => {
  const id = formatHlc({ ms: T, counter: 255 }, '7f3a91c2', 'k2v9');

  it('has a fixed shape, and is read back', () => {
    expect(id).toBe('2026-11-24T09:15:02.123Z-00ff-7f3a91c2-k2v9');
    expect(parseHlc(id)).toEqual({ ms: T, counter: 255, device: '7f3a91c2', slot: 'k2v9' });
    expect([looksLikeHlc(id), deviceOf(id), slotOf(id)]).toEqual([true, '7f3a91c2', 'k2v9']);
  });

  it('sorts as text in the order of the clock', () => {
    let clock: Clock = { ms: T, counter: 0xfffd };
    const ids = Array.from({ length: 10 }, () => formatHlc((clock = tick(clock, T)), '7f3a91c2', 'k2v9'));
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(10);
  });

  it.each(['', '2026-11-24', `${id}x`, id.toUpperCase(), id.replace('11-24', '13-99')])('is not %j', (text) =>
    expect(parseHlc(text)).toBeNull(),
  );
});
