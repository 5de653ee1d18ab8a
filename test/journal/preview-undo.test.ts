import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { compareStates } from '../../store/journal/compare-states.ts';
import { openJournal } from '../../store/journal/open-journal.ts';
import { previewUndo } from '../../store/journal/preview-undo.ts';
import { deeds, liveThrough, makeLibrary, NOW, RUNS } from './invented-journal.ts';

describe('previewUndo', () => {
  const library = makeLibrary();
  const journal = openJournal({ folder: library, readOnly: false, now: () => NOW, machine: 'test' });
  afterAll(async () => {
    await journal.close();
    rmSync(library, { recursive: true });
  });
  const [A, B, C] = ['09ARCADIA1', '09ARCADIA2', '08CARDENA7'];

  it('tells old and new of each cable, and which were decided again since', () => {
    journal.record([{ type: 'cable.kept', data: { cables: [A], queue: null, via: {} } }]);
    const batch = journal.record([{ type: 'cable.skipped', data: { cables: [A, B, C], queue: null, via: {} } }])!;
    journal.record([{ type: 'cable.deferred', data: { cables: [C], queue: null, via: {} } }]);
    expect(previewUndo(journal.personal, [batch])).toEqual({
      changes: [
        { kind: 'verdict', cable: A, before: 'skipped', after: 'kept' },
        { kind: 'verdict', cable: B, before: 'skipped', after: null },
      ],
      decidedSince: [C],
    });
    journal.undo(batch);
    expect(previewUndo(journal.personal, [batch], true).changes).toEqual([
      { kind: 'verdict', cable: A, before: 'kept', after: 'skipped' },
      { kind: 'verdict', cable: B, before: null, after: 'skipped' },
    ]);
  });

  it('is what the undo does, for any action of any journal', () => {
    fc.assert(
      fc.property(deeds, fc.nat(20), (story, back) => {
        const folder = makeLibrary(liveThrough(story));
        const before = openJournal({ folder, readOnly: true, now: () => NOW, machine: 'test' });
        const opened = openJournal({ folder, readOnly: false, now: () => NOW, machine: 'test' });
        try {
          const steps = opened.personal.undoList(Number.POSITIVE_INFINITY).filter(({ undone }) => !undone);
          const step = steps[back % Math.max(1, steps.length)];
          // The name of a question stands in each of its verdicts, on cables the action does not name.
          if (!step || step.summary.includes('saved')) return;
          const { changes } = previewUndo(opened.personal, [step.action]);
          opened.undo(step.action);
          expect(changes).toEqual(compareStates(before.personal, opened.personal));
        } finally {
          void opened.close();
          void before.close();
          rmSync(folder, { recursive: true });
        }
      }),
      { numRuns: RUNS / 2 },
    );
  });
});
