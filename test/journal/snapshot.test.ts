import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../store/journal/open-journal.ts';
import { Ledger } from '../../store/journal/projections/ledger.ts';
import { PersonalView } from '../../store/journal/projections/personal-view.ts';
import { readSnapshot, type Snapshot, takeSnapshot } from '../../store/journal/snapshot/snapshot.ts';
import { formatSnapshot, parseSnapshot } from '../../store/journal/snapshot/snapshot-file.ts';
import { deeds, filesOf, liveThrough, makeLibrary, NOW, RUNS, tellAll, tellState, viewOf } from './invented-journal.ts';

const summed = (rest: string): string => `{"sum":"${crc32(rest).toString(16).padStart(8, '0')}",${rest}`;
const reread = (snapshot: Snapshot): Snapshot => parseSnapshot(formatSnapshot(snapshot))!;

describe('a snapshot and the tail', () => {
  it('are the same as a replay, also with late events and undos', () => {
    fc.assert(
      fc.property(deeds, fc.array(fc.nat(12), { minLength: 3, maxLength: 3 }), fc.boolean(), (story, cuts, lookBefore) => {
        const writers = liveThrough(story);
        const all = writers.flatMap(({ events }) => events);
        const early = writers.flatMap(({ events }, i) => events.slice(0, cuts[i]));
        const base = readSnapshot(reread(takeSnapshot(viewOf(early).ledger.toBase(), [])))!;
        const ledger = new Ledger();
        const view = new PersonalView(ledger, () => NOW);
        ledger.startFrom(base, () => [...early]);
        if (lookBefore) expect(tellState(view)).toEqual(tellState(viewOf(early)));
        for (const [i, { events }] of writers.entries()) ledger.add(events.slice(cuts[i]));
        expect(tellState(view)).toEqual(tellState(viewOf(all)));
        expect(tellAll(view)).toEqual(tellAll(viewOf(all)));
      }),
      { numRuns: RUNS * 2 },
    );
  });

  it('on disk: written at close, taken up at the next start, void when a file is another', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, deeds, async (story, more) => {
        const [writers, others] = [liveThrough(story), liveThrough(more)];
        const library = makeLibrary(writers);
        const options = { folder: library, readOnly: false, now: () => NOW, machine: 'test', snapshotAfter: 1 };
        const first = openJournal(options);
        const replayed = structuredClone(tellAll(first.personal));
        await first.close();
        const all = writers.flatMap(({ events }) => events);
        expect(existsSync(join(library, 'snapshot.json'))).toBe(all.length > 0);
        const second = openJournal(options);
        expect(tellAll(second.personal)).toEqual(replayed);
        await second.close();
        for (const writer of others) {
          for (const [name, lines] of filesOf(writer)) {
            const path = join(library, 'journal', writer.device, name);
            mkdirSync(dirname(path), { recursive: true });
            writeFileSync(path, lines);
          }
        }
        const names = new Set(others.flatMap((writer) => [...filesOf(writer).keys()].map((name) => `${writer.device}/${name}`)));
        const left = writers.flatMap((writer) => {
          const kept = [...filesOf(writer)].filter(([name]) => !names.has(`${writer.device}/${name}`)).map(([, lines]) => lines);
          return writer.events.filter(({ id }) => kept.some((lines) => lines.includes(`"id":"${id}"`)));
        });
        expect(tellAll(openJournal({ ...options, readOnly: true }).personal)).toEqual(
          tellAll(viewOf([...left, ...others.flatMap(({ events }) => events)])),
        );
        rmSync(library, { recursive: true });
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it.each<[string, (text: string) => string]>([
    ['cut', (text) => text.slice(0, -20)],
    ['of other code', (text) => summed(text.slice('{"sum":"12345678",'.length).replace('"reducers":1', '"reducers":0'))],
    ['empty', () => ''],
    ['something else', () => '{"format":3,"reducers":1}'],
    ['damaged within', (text) => text.replaceAll('"a"', '"b"')],
    [
      'of another shape with a right sum',
      () =>
        summed(
          '"format":6,"reducers":1,"last":"","files":[],"cables":{"09ARCADIA1":[0,0]},"notes":{},"bookmarks":{},"searches":{},"days":{}}\n',
        ),
    ],
  ])('that is %s is left aside, silently', async (_, damage) => {
    const library = makeLibrary();
    const options = { folder: library, readOnly: false, now: () => NOW, machine: 'test', snapshotAfter: 1 };
    const journal = openJournal(options);
    journal.record([{ type: 'tag.added', data: { cables: ['09ARCADIA1'], tag: 'a', via: {} } }]);
    await journal.close();
    const path = join(library, 'snapshot.json');
    const text = readFileSync(path, 'utf8');
    expect(damage(text)).not.toBe(text);
    writeFileSync(path, damage(text));
    const again = openJournal({ ...options, readOnly: true });
    expect(again.personal.tags()).toMatchObject([{ tag: 'a', count: 1 }]);
    expect(again.findings).toEqual([]);
    rmSync(library, { recursive: true });
  });
});
