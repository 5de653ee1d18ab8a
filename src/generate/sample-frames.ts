/* Real frames of the reader on the sample cables, for pictures in the documents: a throwaway library, a fixed clock, keys as a person would press them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importPaths } from '../../store/corpus/import/import-paths.ts';
import { chooseLibrary } from '../../store/library/library-folder.ts';
import { openLibrary } from '../../store/library/open-library.ts';
import { Reader } from '../reader/reader.ts';
import { glyphs } from '../text/glyphs.ts';
import type { Line } from '../text/line.ts';

export interface Frame {
  readonly lines: readonly Line[];
  readonly columns: number;
}

const SIZE = { columns: 80, rows: 24 };
const NOW = new Date('2026-11-24T09:15:00Z');

/** Keys before each picture, one after the other in the same reader. */
const STEPS: readonly (readonly [name: string, keys: readonly string[]])[] = [
  ['list', ['/', ...'gauge', 'enter', 'v', 'x', 'j', 'w', 'j', 'tab', 't', ...'+follow-up', 'enter', '*', 'g', 'g']],
  ['cable', [':', ...'09ARCADIA812', 'enter', 'p', 'p', 'm']],
  ['home', ['q', 'q', 'j']],
];

export async function sampleFrames(): Promise<ReadonlyMap<string, Frame>> {
  const root = mkdtempSync(join(tmpdir(), 'cables-frames-'));
  try {
    const folder = chooseLibrary({ store: join(root, 'cables') }, {});
    await importPaths({
      paths: [fileURLToPath(new URL('../../fixtures/cables/sample.ndjson', import.meta.url))],
      corpusDir: folder.corpus,
      now: NOW,
    });
    const library = await openLibrary(folder, { readOnly: false });
    const { corpus, journal } = library;
    const reader = new Reader({
      corpus,
      journal,
      library: { name: 'cables', sample: false, readOnly: false, at: null },
      size: SIZE,
      around: { personal: journal.personal, journal, glyphs: glyphs('drawn'), now: () => NOW, zone: 'UTC', lastSync: null },
      terminal: { copy() {}, redraw() {}, async suspend() {} },
      start: {},
      onChange() {},
      onQuit() {},
    });
    reader.begin();
    await reader.idle();
    const frames = new Map<string, Frame>();
    for (const [name, keys] of STEPS) {
      for (const key of keys) {
        reader.input([{ kind: 'key', key: key === ' ' ? 'space' : key }], true);
        await reader.idle();
      }
      frames.set(name, { lines: reader.draw(), columns: SIZE.columns });
    }
    await library.close();
    return frames;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
