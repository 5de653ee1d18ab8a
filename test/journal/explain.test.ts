import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { explainCable } from '../../store/journal/explain-cable.ts';
import { openJournal } from '../../store/journal/open-journal.ts';
import { makeLibrary } from './invented-journal.ts';

describe('why', () => {
  const library = makeLibrary();
  let now = Date.parse('2026-11-24T09:15:00Z');
  const journal = openJournal({ folder: library, readOnly: false, now: () => now, offset: () => 60, machine: 'test' });
  const A = '09ARCADIA812';
  afterAll(async () => {
    await journal.close();
    rmSync(library, { recursive: true });
  });

  it('tells of each thing when, where, through what and because of what', () => {
    journal.record([{ type: 'device.named', data: { name: 'laptop' } }]);
    journal.record([{ type: 'search.saved', data: { search: 'border', name: 'border', query: 'border*' } }]);
    journal.record([{ type: 'tag.added', data: { cables: [A], tag: 'gone', via: {} } }]);
    now += 60_000;
    journal.record([
      {
        type: 'tag.added',
        data: { cables: [A, '09ARCADIA1', '09ARCADIA2'], tag: 'follow-up', via: { search: 'border', hit: 2 }, because: 'wells' },
      },
    ]);
    journal.record([{ type: 'tag.removed', data: { cables: [A], tag: 'gone', via: {} } }]);
    journal.record([
      { type: 'cable.deferred', data: { cables: [A], queue: 'border', until: '2026-11-26T23:00:00.000Z', words: 'fri', via: {} } },
    ]);
    const taken = journal.record([{ type: 'cable.kept', data: { cables: [A], queue: null, via: {} } }])!;
    journal.undo(taken);
    expect(explainCable(journal, A)).toMatchObject([
      {
        kind: 'tag',
        what: '#follow-up',
        at: '2026-11-24T10:16:00.000+01:00',
        device: 'laptop',
        how: 'from border, hit in ¶2',
        because: 'wells',
        batch: 3,
      },
      { kind: 'verdict', what: 'later until fri (2026-11-27) for border', because: null, batch: 1 },
    ]);
    const [{ handle, action }] = explainCable(journal, A) as [ReturnType<typeof explainCable>[number]];
    expect(journal.resolveHandle(handle)).toEqual([action]);
    expect(explainCable(journal, '09NOWHERE1')).toEqual([]);
  });
});
