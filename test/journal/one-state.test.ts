import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../store/journal/open-journal.ts';
import { Ledger } from '../../store/journal/projections/ledger.ts';
import { PersonalView } from '../../store/journal/projections/personal-view.ts';
import { verifyJournal } from '../../store/journal/verify-journal.ts';
import { deeds, liveThrough, makeLibrary, NOW, RUNS, tellAll, viewOf } from './invented-journal.ts';
import { tellNaively, tellRegisters } from './naive-fold.ts';

describe('several writers, one state', () => {
  it('whatever the order, the pieces and the repetitions in which their files come in', () => {
    fc.assert(
      fc.property(deeds, fc.array(fc.tuple(fc.nat(2), fc.nat(9), fc.nat(9)), { maxLength: 30 }), (story, visits) => {
        const writers = liveThrough(story);
        const all = writers.flatMap(({ events }) => events);
        const ledger = new Ledger();
        const view = new PersonalView(ledger, () => NOW);
        for (const [writer, from, length] of visits) {
          const { events } = writers[writer]!;
          ledger.add(events.slice(from, from + length));
          tellAll(view);
        }
        for (const { events } of writers) ledger.add([...events]);
        expect(tellAll(view)).toEqual(tellAll(viewOf(all)));
      }),
      { numRuns: RUNS },
    );
  });

  it('and the same as folding everything from the beginning by the letter', () => {
    fc.assert(
      fc.property(deeds, (story) => {
        const all = liveThrough(story).flatMap(({ events }) => events);
        expect(tellRegisters(viewOf(all))).toEqual(tellNaively(all));
      }),
      { numRuns: RUNS * 2 },
    );
  });

  it('also through files, which verify as sound', () => {
    fc.assert(
      fc.property(deeds, (story) => {
        const writers = liveThrough(story);
        const library = makeLibrary(writers);
        try {
          const journal = openJournal({ folder: library, readOnly: true, now: () => NOW });
          const all = writers.flatMap(({ events }) => events);
          expect(tellAll(journal.personal)).toEqual(tellAll(viewOf(all)));
          expect(verifyJournal(`${library}/journal`, Date.parse('2030-01-01'))).toMatchObject({ events: all.length, findings: [] });
        } finally {
          rmSync(library, { recursive: true });
        }
      }),
      { numRuns: RUNS },
    );
  });
});
