import { describe, expect, it } from 'vitest';
import type { EventDraft, Hlc } from '../events.ts';
import { stampDraft } from '../log/line.ts';
import { schemas } from '../log/schema.ts';
import type { Personal } from '../personal.ts';
import { Ledger } from '../projections/ledger.ts';
import { PersonalView } from '../projections/personal-view.ts';
import { addBookmark, removeBookmark } from './bookmark-paragraph.ts';
import { addTag, changeTags, readTagChanges, removeTag, renameTag } from './change-tags.ts';
import { deferCables, keepCables, resetCables, skipCables } from './decide-verdict.ts';
import { markRead, openCable, readCable } from './mark-read.ts';
import { lookThrough, removeSearch, runSearch, saveSearch } from './save-search.ts';
import { readTagName } from './tag-name.ts';
import { takeVerdictsAlong } from './take-verdicts-along.ts';
import { removeNote, writeNote } from './write-note.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const [A, B] = ['09ARCADIA1', '09ARCADIA2'];
const via = {};

/** The state after these drafts. */
function given(...drafts: EventDraft[]): Personal {
  const ledger = new Ledger();
  ledger.add(
    drafts.map((draft, i) => {
      const id = `2026-11-24T09:15:02.${String(i).padStart(3, '0')}Z-0000-7f3a91c2-k2v9` as Hlc;
      return stampDraft(draft, { id, at: '2026-11-24T10:15:02.000+01:00', action: id }, 1);
    }),
  );
  return new PersonalView(ledger, () => NOW);
}
const kept: EventDraft = { type: 'cable.kept', data: { cables: [A], queue: null, via } };
const later: EventDraft = { type: 'cable.deferred', data: { cables: [A], queue: null, until: '2026-11-20T00:00:00.000Z', via } };
const tagged: EventDraft = { type: 'tag.added', data: { cables: [A], tag: 'follow-up', via } };
const marked: EventDraft = { type: 'bookmark.added', data: { bookmark: `${A}#2`, cable: A, para: 2, quote: 'The delta', via } };
const noted: EventDraft = { type: 'note.written', data: { note: `${A}/1`, cable: A, text: 'ask M.', base: null, via } };
const read: EventDraft = { type: 'cable.marked', data: { cables: [A], as: 'read', via } };
const border: EventDraft = { type: 'search.saved', data: { search: 'border', name: 'border', query: 'border*' } };
const both = { cables: [A, B, A], queue: null, via };

/** Decided again, all others change nothing. */
const REPEATABLE = /each time|run a search|what is due|another note|read on/;

describe('decisions', () => {
  it.each<[string, readonly EventDraft[], (personal: Personal) => EventDraft[], readonly object[]]>([
    ['keep those that are not kept', [kept], (p) => keepCables(p, both), [{ type: 'cable.kept', data: { cables: [B], queue: null, via } }]],
    ['keep nothing twice', [kept], (p) => keepCables(p, { ...both, cables: [A] }), []],
    [
      'keep again for another question',
      [kept],
      (p) => keepCables(p, { cables: [A], queue: 'border', via }),
      [{ data: { cables: [A], queue: 'border', via } }],
    ],
    [
      'keep again for a reason',
      [kept],
      (p) => keepCables(p, { ...both, cables: [A], because: 'maps' }),
      [{ data: { cables: [A], queue: null, via, because: 'maps' } }],
    ],
    ['skip what was kept', [kept], (p) => skipCables(p, { ...both, cables: [A] }), [{ type: 'cable.skipped' }]],
    [
      'defer again what is due',
      [later],
      (p) => deferCables(p, { ...both, cables: [A], until: '2026-11-20T00:00:00.000Z' }),
      [{ type: 'cable.deferred' }],
    ],
    [
      'defer without a date',
      [],
      (p) => deferCables(p, { ...both, cables: [A] }),
      [{ type: 'cable.deferred', data: { cables: [A], queue: null, via } }],
    ],
    ['clear only what is decided', [kept], (p) => resetCables(p, both), [{ type: 'cable.reset', data: { cables: [A], queue: null, via } }]],
    ['clear nothing', [], (p) => resetCables(p, both), []],
    [
      'tag those without it',
      [tagged],
      (p) => addTag(p, { cables: [A, B], tag: ' #Follow-Up', via }),
      [{ type: 'tag.added', data: { cables: [B], tag: 'follow-up', via } }],
    ],
    [
      'untag those with it',
      [tagged],
      (p) => removeTag(p, { cables: [A, B], tag: 'follow-up', via }),
      [{ type: 'tag.removed', data: { cables: [A], tag: 'follow-up', via } }],
    ],
    [
      'change several tags in one action',
      [tagged],
      (p) => changeTags(p, { cables: [A], ...readTagChanges('+trade -follow-up border'), via }),
      [{ data: { cables: [A], tag: 'trade', via } }, { data: { cables: [A], tag: 'border', via } }, { type: 'tag.removed' }],
    ],
    [
      'rename a tag that is used',
      [tagged],
      (p) => renameTag(p, { from: 'follow-up', to: 'todo' }),
      [{ data: { from: 'follow-up', to: 'todo' } }],
    ],
    ['rename no tag that is not', [], (p) => renameTag(p, { from: 'follow-up', to: 'todo' }), []],
    ['bookmark a place once', [marked], (p) => addBookmark(p, { cable: A, para: 2, via }), []],
    [
      'label a bookmark',
      [marked],
      (p) => addBookmark(p, { cable: A, para: 2, label: 'wells', via }),
      [{ data: { bookmark: `${A}#2`, cable: A, para: 2, quote: 'The delta', label: 'wells', via } }],
    ],
    ['bookmark a whole cable', [marked], (p) => addBookmark(p, { cable: A, via }), [{ data: { bookmark: A, cable: A, via } }]],
    ['remove a bookmark', [marked], (p) => removeBookmark(p, { bookmark: `${A}#2` }), [{ type: 'bookmark.removed' }]],
    ['remove no bookmark that is not', [], (p) => removeBookmark(p, { bookmark: `${A}#2` }), []],
    ['write the same note once', [noted], (p) => writeNote(p, { cable: A, note: `${A}/1`, text: 'ask M.', via }), []],
    [
      'write another note',
      [noted],
      (p) => writeNote(p, { cable: A, para: 2, text: 'wells', via }),
      [{ data: { note: `${A}#2/1`, cable: A, para: 2, text: 'wells', base: null, via } }],
    ],
    [
      'write on what is there',
      [noted],
      (p) => writeNote(p, { cable: A, note: `${A}/1`, text: 'ask N.', via }),
      [{ data: { base: '2026-11-24T09:15:02.000Z-0000-7f3a91c2-k2v9', text: 'ask N.' } }],
    ],
    ['write no empty note', [], (p) => writeNote(p, { cable: A, text: ' \n', via }), []],
    ['remove a note', [noted], (p) => removeNote(p, { note: `${A}/1` }), [{ type: 'note.removed' }]],
    [
      'mark as read',
      [read],
      (p) => markRead(p, { cables: [A, B], as: 'read', via }),
      [{ type: 'cable.marked', data: { cables: [B], as: 'read', via } }],
    ],
    ['mark as unread', [read], (p) => markRead(p, { cables: [A, B], as: 'unread', via }), [{ data: { cables: [A], as: 'unread', via } }]],
    [
      'open each time',
      [read],
      (p) => openCable(p, { cable: A, via: { from: B } }),
      [{ type: 'cable.opened', data: { cable: A, via: { from: B } } }],
    ],
    [
      'read on',
      [],
      (p) => readCable(p, { cable: A, version: 'f', para: 3, of: 9, ms: 1200.4 }),
      [{ data: { cable: A, version: 'f', para: 3, of: 9, ms: 1200 } }],
    ],
    [
      'save a search',
      [],
      (p) => saveSearch(p, { name: 'Water treaties', query: 'water*' }),
      [{ data: { search: 'water-treaties', name: 'Water treaties', query: 'water*' } }],
    ],
    [
      'save another query under the name',
      [border],
      (p) => saveSearch(p, { name: 'border', query: 'x' }),
      [{ data: { search: 'border', name: 'border', query: 'x' } }],
    ],
    ['save the same once', [border], (p) => saveSearch(p, { name: 'border', query: 'border*' }), []],
    [
      'rename a search',
      [border],
      (p) => saveSearch(p, { search: 'border', name: 'Grenze', query: 'border*' }),
      [{ data: { search: 'border', name: 'Grenze', query: 'border*' } }],
    ],
    ['remove a search', [border], (p) => removeSearch(p, { search: 'border' }), [{ type: 'search.removed' }]],
    ['look through a search', [border], (p) => lookThrough(p, { search: 'border', run: 3 }), [{ data: { search: 'border', run: 3 } }]],
    ['run a search', [], (p) => runSearch(p, { query: ' border* ', hits: 311 }), [{ data: { query: 'border*', hits: 311 } }]],
    ['run no empty search', [], (p) => runSearch(p, { query: ' ', hits: 0 }), []],
  ])('%s', (name, before, decide, expected) => {
    const drafts = decide(given(...before));
    expect(drafts).toMatchObject(expected);
    for (const draft of drafts) expect(schemas[draft.type].safeParse(draft.data).success).toBe(true);
    if (!REPEATABLE.test(name)) expect(decide(given(...before, ...drafts))).toEqual([]);
  });

  it('a note in conflict is settled by one text', () => {
    const id = (ms: number) => `2026-11-24T09:15:02.00${ms}Z-0000-7f3a91c2-k2v9`;
    const texts = ['here', 'there'].map(
      (text): EventDraft => ({ type: 'note.written', data: { note: 'n', cable: A, text, base: id(0), via } }),
    );
    const first: EventDraft = { type: 'note.written', data: { note: 'n', cable: A, text: 'first', base: null, via } };
    const personal = given(first, ...texts);
    expect(personal.notes(A)).toMatchObject([{ text: 'there', conflicts: ['here'] }]);
    const merged = writeNote(personal, { cable: A, note: 'n', text: 'here and there', via });
    expect(given(first, ...texts, ...merged).notes(A)).toMatchObject([{ text: 'here and there', conflicts: [] }]);
  });
});

describe('a tag', () => {
  it.each([
    ['Follow-Up', 'follow-up'],
    [' #border talks ', 'border-talks'],
    ['trade/fish', 'trade/fish'],
    ['An\u0303o-2008', 'a\u00f1o-2008'],
    ['1.4(b)', null],
    ['', null],
    ['-x', null],
    ['a//b', null],
    ['a/', null],
    ['a\u001b[31m', null],
    ['x'.repeat(65), null],
  ])('%j', (text, tag) => {
    const name = readTagName(text);
    expect(name.tag).toBe(tag);
    if (tag === null) expect(name.problem).toMatch(/cannot be a tag: .+\. Nothing was changed\.$/);
  });
});

it('takes the standing verdicts of a filter along to its question, with their reasons, and leaves those given elsewhere', () => {
  const through = { query: 'border' };
  const drafts: EventDraft[] = [
    { type: 'cable.kept', data: { cables: ['09X1'], queue: null, via: through, because: 'two watches' } },
    { type: 'cable.kept', data: { cables: ['09X1'], queue: null, via: through, because: 'three watches' } },
    { type: 'cable.skipped', data: { cables: ['09X2'], queue: null, via: through } },
    { type: 'cable.skipped', data: { cables: ['09X3'], queue: null, via: through } },
    { type: 'cable.deferred', data: { cables: ['09X4'], queue: null, via: { ...through, hit: 2 }, until: '2027-01-01T00:00:00.000Z' } },
    { type: 'cable.kept', data: { cables: ['09X5'], queue: null, via: { query: 'water' } } },
    { type: 'cable.kept', data: { cables: ['09X6'], queue: null, via: through } },
    { type: 'cable.reset', data: { cables: ['09X6'], queue: null, via: through } },
    { type: 'cable.kept', data: { cables: ['09X7'], queue: null, via: through } },
    { type: 'cable.skipped', data: { cables: ['09X7'], queue: 'border', via: { ...through, search: 'border' } } },
  ];
  const to = { queue: 'border', via: { query: 'border', search: 'border' } };
  const along = takeVerdictsAlong(given(border, ...drafts), { search: 'border', query: 'border' });
  expect(along).toHaveLength(3);
  expect(along).toEqual(
    expect.arrayContaining([
      { type: 'cable.kept', data: { cables: ['09X1'], ...to, because: 'three watches' } },
      { type: 'cable.skipped', data: { cables: expect.toSatisfy((ids: string[]) => ids.toSorted().join() === '09X2,09X3'), ...to } },
      {
        type: 'cable.deferred',
        data: { cables: ['09X4'], queue: 'border', via: { ...to.via, hit: 2 }, until: '2027-01-01T00:00:00.000Z' },
      },
    ]),
  );
  expect(takeVerdictsAlong(given(border, ...drafts, ...along), { search: 'border', query: 'border' })).toEqual([]);
});
