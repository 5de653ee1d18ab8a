/* The reader on the sample cables without a terminal: a throwaway library, a fixed clock, keys as a person would press them. For pictures
 * and for golden screens.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { importPaths } from '../../store/corpus/import/import-paths.ts';
import { chooseLibrary } from '../../store/library/library-folder.ts';
import { openLibrary } from '../../store/library/open-library.ts';
import { type Config, defaultConfig } from '../config/config.ts';
import { bindKeys } from '../reader/keys/bind-keys.ts';
import { Reader } from '../reader/reader.ts';
import type { Size } from '../reader/terminal/terminal.ts';
import { lineText } from '../text/fit-line.ts';
import { type GlyphStyle, glyphs } from '../text/glyphs.ts';
import type { Line } from '../text/line.ts';

export const NOW = new Date('2026-11-24T09:15:00Z');

export interface HeadlessReader {
  /** Its library, as `--store` takes it. */
  readonly store: string;
  /** Everything that was decided is in the journal's files. */
  flush(): Promise<void>;
  /** Keys by name; each is a chunk of its own, but for letters typed into a prompt: they come in one. What they ask for has been answered. */
  press(...keys: readonly string[]): Promise<void>;
  /** Keys that come in one chunk, on a screen that was seen. */
  pressAtOnce(...keys: readonly string[]): Promise<void>;
  /** A click on a line of the screen, from 0. */
  click(line: number): Promise<void>;
  resize(size: Size): Promise<void>;
  draw(): readonly Line[];
  /** What is drawn, without colours and trailing blanks. */
  rows(): string[];
  close(): Promise<void>;
}

export interface HeadlessOptions {
  readonly size?: Size;
  readonly style?: GlyphStyle;
  /** What to import instead of the sample: a path, or cables. */
  readonly source?: string | readonly WrittenCable[];
  /** What it would say in config.json. */
  readonly config?: Partial<Config>;
  /** In place of the person's own editor. */
  readonly edit?: (text: string) => Promise<string>;
  /** Milliseconds that counting takes. */
  readonly counting?: number;
}

export interface WrittenCable {
  readonly id: string;
  readonly created?: string;
  readonly origin?: string;
  readonly subject?: string;
  readonly body: string;
}

const SAMPLE = fileURLToPath(new URL('../../fixtures/cables/sample.ndjson', import.meta.url));

export async function openHeadlessReader({
  size = { columns: 80, rows: 24 },
  style = 'drawn',
  source = SAMPLE,
  config: given = {},
  edit = async (text) => text,
  counting,
}: HeadlessOptions = {}): Promise<HeadlessReader> {
  const config = { ...defaultConfig, ...given };
  const root = mkdtempSync(join(tmpdir(), 'cables-frames-'));
  const folder = chooseLibrary({ store: join(root, 'cables') }, {});
  await importPaths({ paths: [typeof source === 'string' ? source : writeCables(root, source)], corpusDir: folder.corpus, now: NOW });
  const library = await openLibrary(folder, { readOnly: false, now: () => NOW.getTime() });
  const { corpus, journal } = library;
  if (counting !== undefined) {
    const count = corpus.count.bind(corpus);
    corpus.count = async (plan) => wait(counting, await count(plan));
  }
  const reader = new Reader({
    corpus,
    journal,
    library: { name: 'cables', sample: source === SAMPLE, readOnly: false, at: null, growing: false },
    size,
    around: {
      personal: journal.personal,
      journal,
      glyphs: glyphs(style),
      keys: bindKeys(config.keys).keymap,
      config,
      now: () => NOW,
      zone: 'UTC',
      lastSync: null,
    },
    terminal: { copy() {}, redraw() {}, async suspend() {}, leaveFor: async (run) => run() },
    editor: { edit: async (text) => ({ text: await edit(text), trouble: null }), rescue: () => null, view: async () => null },
    start: {},
    rest: async () => {},
    onChange() {},
    onQuit() {},
  });
  reader.begin();
  await reader.idle();
  const pressAtOnce: HeadlessReader['pressAtOnce'] = (...keys) => {
    // A person decides about what is seen.
    reader.draw();
    reader.input(
      keys.map((key) => ({ kind: 'key', key: key === ' ' ? 'space' : key })),
      true,
    );
    return reader.idle();
  };
  return {
    store: folder.root,
    flush: () => journal.flush(),
    async press(...keys) {
      for (let at = 0; at < keys.length; ) {
        const letters = reader.state.prompt === null ? 0 : keys.slice(at).findIndex((key) => [...key].length > 1);
        const chunk = keys.slice(at, letters === -1 ? keys.length : at + Math.max(1, letters));
        await pressAtOnce(...chunk);
        at += chunk.length;
      }
    },
    pressAtOnce,
    async click(line) {
      reader.draw();
      reader.input([{ kind: 'click', row: line, column: 0 }], true);
      await reader.idle();
    },
    async resize(to) {
      reader.send({ kind: 'resized', size: to });
      await reader.idle();
    },
    draw: () => reader.draw(),
    rows: () => reader.draw().map((line) => lineText(line).trimEnd()),
    async close() {
      await library.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function writeCables(folder: string, cables: readonly WrittenCable[]): string {
  const path = join(folder, 'cables.ndjson');
  writeFileSync(path, cables.map((cable) => `${JSON.stringify(cable)}\n`).join(''));
  return path;
}
