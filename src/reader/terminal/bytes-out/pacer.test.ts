import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Display } from './display.ts';
import { Pacer } from './pacer.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const PAGE = 1300;
const ASK = '\x1b[5n';

describe('pacing', () => {
  it('has room for two frames, and again when one has arrived', () => {
    const pacer = new Pacer(() => {});
    expect([pacer.ask(PAGE), pacer.hasRoom, pacer.ask(PAGE), pacer.hasRoom]).toEqual([ASK, true, ASK, false]);
    pacer.answered();
    expect([pacer.hasRoom, pacer.arrived]).toEqual([true, false]);
    pacer.answered();
    expect(pacer.arrived).toBe(true);
  });

  it('has room for more frames than two while they are small', () => {
    const pacer = new Pacer(() => {});
    for (let frame = 0; frame < 10; frame += 1) {
      expect(pacer.hasRoom).toBe(true);
      pacer.ask(100);
    }
    expect(pacer.hasRoom).toBe(false);
    pacer.answered();
    expect(pacer.hasRoom).toBe(true);
  });

  it('gives up a terminal that never answers after a second', () => {
    const pacer = new Pacer(() => {});
    pacer.ask(PAGE);
    pacer.ask(PAGE);
    vi.advanceTimersByTime(999);
    expect(pacer.hasRoom).toBe(false);
    vi.advanceTimersByTime(1);
    expect([pacer.hasRoom, pacer.arrived, pacer.ask(PAGE)]).toEqual([true, true, '']);
  });

  it('takes it back when it answers after all', () => {
    const pacer = new Pacer(() => {});
    pacer.ask(PAGE);
    vi.advanceTimersByTime(1000);
    pacer.answered();
    expect(pacer.ask(PAGE)).toBe(ASK);
  });

  it('waits longer for one that has answered before, and gives it three chances', () => {
    const pacer = new Pacer(() => {});
    pacer.ask(PAGE);
    pacer.answered();
    for (let chance = 1; chance <= 3; chance += 1) {
      expect(pacer.ask(PAGE)).toBe(ASK);
      vi.advanceTimersByTime(4999);
      expect(pacer.arrived).toBe(false);
      vi.advanceTimersByTime(1);
      expect(pacer.arrived).toBe(true);
    }
    expect(pacer.ask(PAGE)).toBe('');
  });

  it('knows how long the way is', () => {
    let now = 0;
    const pacer = new Pacer(
      () => {},
      () => now,
    );
    pacer.ask(PAGE);
    now = 200;
    pacer.answered();
    expect(pacer.roundTrip).toBe(200);
  });
});

describe('a display', () => {
  const open = () => {
    const sent: string[] = [];
    const display = new Display((bytes) => sent.push(bytes), { columns: 800, rows: 3 });
    return { display, sent };
  };
  const turn = () => Promise.resolve();

  it('sends the newest of the frames of one turn', async () => {
    const { display, sent } = open();
    display.show(['one']);
    display.show(['two']);
    await turn();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('two');
    expect(sent[0]).not.toContain('one');
  });

  it('leaves out the frames that there was no room for', async () => {
    const { display, sent } = open();
    for (const frame of ['one', 'two', 'three', 'four', 'five']) {
      display.show([frame.repeat(100), frame.repeat(100).toUpperCase(), frame.repeat(100)]);
      await turn();
    }
    expect(sent).toHaveLength(2);
    expect(display.settled).toBe(false);
    display.pacer.answered();
    expect(sent).toHaveLength(3);
    expect(sent[2]).toContain('five'.slice(1, 2));
    display.pacer.answered();
    display.pacer.answered();
    expect(display.settled).toBe(true);
  });

  it('tells when the newest frame has arrived', async () => {
    const { display } = open();
    const settled = vi.fn();
    display.onSettled(settled);
    display.show(['one']);
    await turn();
    expect(settled).not.toHaveBeenCalled();
    display.pacer.answered();
    expect(settled).toHaveBeenCalledTimes(1);
  });

  it('is settled at once by a frame that changes nothing', async () => {
    const { display, sent } = open();
    display.show(['one']);
    await turn();
    display.pacer.answered();
    display.show(['one']);
    await turn();
    expect([sent.length, display.settled]).toEqual([1, true]);
  });

  it('sends nothing while it is held, and all of it afterwards', async () => {
    const { display, sent } = open();
    display.show(['one', 'more']);
    await turn();
    display.hold();
    display.show(['two', 'more']);
    await turn();
    expect(sent).toHaveLength(1);
    display.release();
    await turn();
    expect(sent[1]).toMatch(/^\x1b\[m\x1b\[r.*two.*more/);
  });

  it('sends the whole frame again when asked', async () => {
    const { display, sent } = open();
    display.show(['one']);
    await turn();
    display.redraw();
    await turn();
    expect(sent[1]).toBe(sent[0]);
  });
});
