import { rmSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { takeVerdictsAlong } from '../../store/journal/decide/take-verdicts-along.ts';
import type { EventDraft } from '../../store/journal/events.ts';
import { openJournal } from '../../store/journal/open-journal.ts';
import { readQuestionLedger } from '../../store/journal/question-ledger.ts';
import { makeLibrary } from './invented-journal.ts';

const library = makeLibrary();
let now = Date.parse('2026-11-24T09:10:00Z');
const journal = openJournal({ folder: library, readOnly: false, now: () => now, offset: () => 0, machine: 'test' });
const { personal } = journal;
afterAll(async () => {
  await journal.close();
  rmSync(library, { recursive: true });
});

const via = { query: 'minister' };
const told = () =>
  personal.history({}).map(({ at, verb, cables, detail, undone }) => [at.slice(11, 16), verb, cables.toSorted().join(' '), detail, undone]);

it('a saved search and the verdicts it takes along are told as one, decided when they were, and taken back as one', () => {
  const decide = (draft: EventDraft) => {
    journal.record([draft]);
    now += 60_000;
  };
  decide({ type: 'cable.kept', data: { cables: ['09X1', '09X2'], queue: null, via } });
  decide({ type: 'cable.skipped', data: { cables: ['09X3'], queue: null, via } });
  now = Date.parse('2026-11-24T20:00:00Z');
  const saved: EventDraft[] = [
    { type: 'search.saved', data: { search: 's1', name: 'border', query: 'minister' } },
    { type: 'search.looked', data: { search: 's1', run: 1 } },
  ];
  const action = journal.record([...saved, ...takeVerdictsAlong(personal, { search: 's1', query: 'minister' })])!;

  const before = [
    ['09:11', 'skipped', '09X3', '', false],
    ['09:10', 'kept', '09X1 09X2', '', false],
  ];
  const saving = 'search border: minister, taking along 3 verdicts';
  expect(told()).toEqual([['20:00', 'saved', '', saving, false], ...before]);
  expect(personal.undoStep(action).summary).toBe(`saved ${saving}`);
  expect(personal.history({ cable: '09X3' }).map(({ verb }) => verb)).toEqual(['saved', 'skipped']);
  expect(
    readQuestionLedger(journal, 's1').map(({ cable, at, verdict, batch, standing }) => [cable, at.slice(11, 16), verdict, batch, standing]),
  ).toEqual([
    ['09X1', '09:10', 'kept', 2, 'stands'],
    ['09X2', '09:10', 'kept', 2, 'stands'],
    ['09X3', '09:11', 'skipped', 1, 'stands'],
  ]);

  const undo = journal.undo(action)!;
  expect(told()).toEqual([['20:00', 'undid', '09X1 09X2 09X3', `saved ${saving}`, false], ['20:00', 'saved', '', saving, true], ...before]);
  journal.undo(undo);
  expect(told()[0]).toEqual(['20:00', 'redid', '09X1 09X2 09X3', `saved ${saving}`, false]);
});
