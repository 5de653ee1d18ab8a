import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../store/journal/open-journal.ts';
import { isDecision } from '../../store/journal/projections/subjects.ts';
import { deeds, liveThrough, makeLibrary, NOW, RUNS, tellState } from './invented-journal.ts';

describe('undo', () => {
  it('after do is identity, and its undo is redo', () => {
    fc.assert(
      fc.property(deeds, deeds, (past, present) => {
        const library = makeLibrary(liveThrough(past));
        try {
          const journal = openJournal({ folder: library, readOnly: false, now: () => NOW, machine: 'test' });
          for (const { step } of present.slice(0, 5)) {
            if (step.do !== 'record' || !step.drafts.every(({ type }) => isDecision(type))) continue;
            const before = structuredClone(tellState(journal.personal));
            const action = journal.record(step.drafts)!;
            const after = structuredClone(tellState(journal.personal));
            expect(journal.lastUndoable()).toEqual({ action, here: true });
            const undo = journal.undo(action)!;
            expect(tellState(journal.personal)).toEqual(before);
            expect(journal.undo(action)).toBeNull();
            expect(journal.lastRedoable()).toBe(undo);
            expect(journal.undo(undo)).not.toBeNull();
            expect(tellState(journal.personal)).toEqual(after);
          }
          void journal.close();
        } finally {
          rmSync(library, { recursive: true });
        }
      }),
      { numRuns: RUNS },
    );
  });
});
