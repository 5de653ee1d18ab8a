import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Hlc } from '../../store/journal/events.ts';
import { formatLine, NO_LINE } from '../../store/journal/log/line.ts';
import { readLines } from '../../store/journal/log/read-lines.ts';
import { VERSIONS } from '../../store/journal/log/upcast.ts';
import { readSnapshot, takeSnapshot } from '../../store/journal/snapshot/snapshot.ts';
import { CABLES, deeds, liveThrough, RUNS, tellAll, viewOf } from './invented-journal.ts';

const word = fc.constantFrom<unknown>(...CABLES, 'n1', 'b1', 'x', 7, null, true, ['09ARCADIA1', 5], [], {}, '__proto__');
const data = fc.oneof(
  fc.dictionary(
    fc.constantFrom(
      'cable',
      'cables',
      'tag',
      'note',
      'bookmark',
      'search',
      'text',
      'base',
      'action',
      'from',
      'to',
      'before',
      'until',
      'via',
      'para',
      'ms',
      'queue',
    ),
    word,
  ),
  word,
);

it('data that no program of ours wrote, with a right sum, breaks nothing', () => {
  fc.assert(
    fc.property(deeds, fc.array(fc.tuple(fc.constantFrom(...Object.keys(VERSIONS)), data), { maxLength: 12 }), (story, strange) => {
      const lines = strange.map(([type, what], i) => {
        const id = `2026-11-24T09:15:02.${String(i).padStart(3, '0')}Z-0000-7f3a91c2-zzzz` as Hlc;
        return formatLine({ v: 1, id, at: '2026-11-24T10:15:02.000+01:00', action: id, type, data: what }, i + 1, NO_LINE).text;
      });
      const { events } = readLines(Buffer.from(lines.join('')));
      const view = viewOf([...liveThrough(story).flatMap((writer) => writer.events), ...events]);
      expect(() => tellAll(view)).not.toThrow();
      expect(readSnapshot(JSON.parse(JSON.stringify(takeSnapshot(view.ledger.toBase(), []))))).not.toBeNull();
    }),
    { numRuns: RUNS * 3 },
  );
});
