import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../store/journal/events.ts';
import { readLines } from '../../store/journal/log/read-lines.ts';
import { openJournal } from '../../store/journal/open-journal.ts';
import { verifyJournal } from '../../store/journal/verify-journal.ts';
import { filesOf, makeLibrary, NOW, RUNS, type Writer } from './invented-journal.ts';

const WRITER: Writer = {
  device: '7f3a91c2',
  slot: 'k2v9',
  events: Array.from({ length: 6 }, (_, i) => {
    const id = `2026-11-24T09:15:0${i}.123Z-0000-7f3a91c2-k2v9`;
    const data = { cables: [`09ARCADIA${i}`], tag: i % 2 ? 'zwölf-�' : 'follow-up', via: { query: 'border* "zwölf Brunnen"' } };
    return { v: 1, id, seq: 0, at: `2026-11-24T10:15:0${i}.123+01:00`, action: id, type: 'tag.added', data } as unknown as JournalEvent;
  }),
};
const FILE = 'k2v9-2026-11.ndjson';
const WHOLE = Buffer.from(filesOf(WRITER).get(FILE)!);

describe('a journal cut at any byte', () => {
  it('opens, loses at most the last event, and goes on', () => {
    const library = makeLibrary();
    const folder = join(library, 'journal', WRITER.device);
    mkdirSync(folder, { recursive: true });
    for (let length = 0; length <= WHOLE.length; length += 1) {
      writeFileSync(join(folder, FILE), WHOLE.subarray(0, length));
      const whole = WHOLE.subarray(0, length).toString('latin1').split('\n').length - 1;
      const journal = openJournal({ folder: library, readOnly: true, now: () => NOW });
      expect(journal.personal.history({}).map(({ event }) => event)).toEqual(
        WRITER.events
          .slice(0, whole)
          .map(({ id }) => id)
          .reverse(),
      );
      expect(journal.findings).toEqual([]);
    }
    rmSync(library, { recursive: true });
  });

  it('is taken up again by the next holder of the slot, the stub counted as one damaged line', async () => {
    const options = (folder: string) => ({ folder, readOnly: false, now: () => Date.parse('2026-11-24T09:20:00Z'), machine: 'test' });
    const library = makeLibrary();
    const first = openJournal(options(library));
    first.record([{ type: 'tag.added', data: { cables: ['09ARCADIA1'], tag: 'a', via: {} } }]);
    first.record([{ type: 'tag.added', data: { cables: ['09ARCADIA2'], tag: 'b', via: {} } }]);
    await first.close();
    const path = join(library, 'journal', first.device, `${first.personal.history({})[0]!.event.slice(39)}-2026-11.ndjson`);
    const { length } = readFileSync(path);
    truncateSync(path, length - 40);
    const second = openJournal(options(library));
    expect(second.personal.tags().map(({ tag }) => tag)).toEqual(['a']);
    second.record([{ type: 'tag.added', data: { cables: ['09ARCADIA3'], tag: 'c', via: {} } }]);
    await second.close();
    const third = openJournal({ ...options(library), readOnly: true });
    expect(third.personal.tags().map(({ tag }) => tag)).toEqual(['a', 'c']);
    expect(third.findings).toEqual([
      expect.stringMatching(/line 2 is damaged .* The other 2 events are fine; what it said is lost\. Nothing to do\./),
    ]);
    expect(verifyJournal(join(library, 'journal'), NOW).findings).toHaveLength(1);
    expect(readFileSync(path).subarray(0, length - 40)).toEqual(readFileSync(path).subarray(0, length - 40));
    rmSync(library, { recursive: true });
  });
});

describe('a flipped byte', () => {
  it('is noticed and costs its line; a flipped newline two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 255 }), (mask) => {
        let line = 0;
        for (let at = 0; at < WHOLE.length; at += 1) {
          const damaged = Buffer.from(WHOLE);
          damaged[at]! ^= mask;
          const newline = WHOLE[at] === 10;
          const { events, damaged: found, bytes } = readLines(damaged);
          const lost = newline && at < WHOLE.length - 1 ? [line, line + 1] : [line];
          const left = WRITER.events.filter((_, i) => !lost.includes(i)).map(({ id }) => id);
          if (events.length !== left.length || events.some(({ id }, i) => id !== left[i]))
            expect({ at, events: events.map(({ id }) => id) }).toEqual({ at, left });
          if (found.length === 0 && bytes === WHOLE.length) expect({ at, noticed: false }).toEqual({ at, noticed: true });
          if (newline) line += 1;
        }
      }),
      { numRuns: Math.max(5, RUNS / 20) },
    );
  });
});
