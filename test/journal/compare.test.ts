import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compareStates } from '../../store/journal/compare-states.ts';
import { openJournal } from '../../store/journal/open-journal.ts';
import { makeLibrary } from './invented-journal.ts';

it('two moments of a journal are compared thing by thing', async () => {
  const library = makeLibrary();
  let now = Date.parse('2026-11-01T10:00:00Z');
  const journal = openJournal({ folder: library, readOnly: false, now: () => now, machine: 'test' });
  const [A, B, via] = ['09ARCADIA1', '09ARCADIA2', {}];
  journal.record([{ type: 'tag.added', data: { cables: [A, B], tag: 'same', via } }]);
  journal.record([{ type: 'tag.added', data: { cables: [A], tag: 'gone', via } }]);
  journal.record([{ type: 'cable.kept', data: { cables: [A], queue: null, via } }]);
  const note = journal.record([{ type: 'note.written', data: { note: 'n', cable: B, text: 'first', base: null, via } }])!;
  now = Date.parse('2026-11-02T10:00:00Z');
  journal.record([{ type: 'tag.removed', data: { cables: [A], tag: 'gone', via } }]);
  journal.record([{ type: 'cable.skipped', data: { cables: [A], queue: null, via } }]);
  journal.record([{ type: 'bookmark.added', data: { bookmark: 'b', cable: B, para: 2, label: 'wells', via } }]);
  journal.record([{ type: 'note.written', data: { note: 'n', cable: B, text: 'second', base: note, via } }]);
  const then = openJournal({ folder: library, readOnly: true, at: '2026-11-01T23:59:59.999Z' });
  expect(compareStates(then.personal, journal.personal)).toEqual([
    { kind: 'tag', cable: A, before: '#gone', after: null },
    { kind: 'verdict', cable: A, before: 'kept', after: 'skipped' },
    { kind: 'bookmark', cable: B, before: null, after: '¶2 wells' },
    { kind: 'note', cable: B, before: 'first', after: 'second' },
  ]);
  expect(compareStates(journal.personal, journal.personal)).toEqual([]);
  await journal.close();
  rmSync(library, { recursive: true });
});
