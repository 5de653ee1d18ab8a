/* Puts the reader on a terminal: keys in, frames out, until it quits or the terminal goes away. The first frame is painted before Ink is
 * loaded.
 */

import { flushCompileCache } from 'node:module';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { LibraryFolder } from '../../store/library/library-folder.ts';
import { readSettings } from '../../store/library/library-settings.ts';
import { countReadable, type Library } from '../../store/library/open-library.ts';
import type { Surroundings as CommandSurroundings } from '../command-line/command.ts';
import { summarizeProblems } from '../config/load-config.ts';
import { setAmbiguousWidth } from '../text/cluster.ts';
import { chooseGlyphs, glyphs } from '../text/glyphs.ts';
import { chooseTheme } from '../text/theme.ts';
import { TextEditor } from './effects/text-editor.ts';
import { keepHeapSmall } from './keep-heap-small.ts';
import { bindKeys } from './keys/bind-keys.ts';
import { Reader } from './reader.ts';
import type { Shell } from './shell.tsx';
import { lacksAnswer } from './state.ts';
import type { Surroundings } from './surroundings.ts';
import { openTerminal } from './terminal/open-terminal.ts';

const TICK_MS = 5_000;
const LOOK_MS = 1_000;
/** The longest that a frame waits for its rows from the threads: an empty list before them would cross a slow link for nothing. */
const ANSWER_MS = 40;
/** The longest that the numbers on the first frame are waited for. */
const FILLING_MS = 300;
/** From the first frame to what the first key in the box needs: tens of milliseconds that no key should wait for. */
const BOX_AFTER_MS = 500;

export interface ShowReader {
  readonly library: Library;
  /** The own library, where the sample is shown because that one is empty; else null. */
  readonly own: LibraryFolder | null;
  readonly start: { readonly query?: string; readonly ref?: string };
  readonly around: CommandSurroundings;
  /** The moment of `--at`, as typed; null for now. */
  readonly at: string | null;
}

/** @returns the exit code, once the reader was left */
export async function showReader({ library, own, start, around, at }: ShowReader): Promise<number> {
  const { corpus, journal, folder } = library;
  const { config } = around.loaded;
  const ambiguous = config.ambiguous === 'wide' ? 2 : 1;
  setAmbiguousWidth(ambiguous);
  const surroundings: Surroundings = {
    personal: journal.personal,
    journal,
    glyphs: glyphs(chooseGlyphs(around.env, ambiguous)),
    keys: bindKeys(config.keys).keymap,
    config,
    now: around.now,
    get zone() {
      return around.zone;
    },
    lastSync: describeLastSync(folder.root, around.now()),
  };
  const terminal = openTerminal({
    stdin: around.stdin,
    stdout: around.stdout,
    env: around.env,
    mouse: config.mouse,
    theme: chooseTheme(around.env, config),
  });
  return new Promise((resolve, reject) => {
    let shell: Shell | null = null;
    let left = false;
    let painting = false;
    let held: NodeJS.Timeout | null = null;
    const paint = () => {
      painting = false;
      held = null;
      if (shell) shell.changed();
      else terminal.paint(reader.draw());
    };
    const reader = new Reader({
      corpus,
      journal,
      library: { name: 'cables', sample: folder.sample, readOnly: at !== null, at, growing: library.growing },
      size: terminal.size,
      around: surroundings,
      terminal,
      editor: new TextEditor(around.env),
      start,
      rest: (ms) => wait(ms),
      onChange() {
        // One frame for all that changes in this turn of the event loop, answers of a local corpus included.
        if (held !== null && !lacksAnswer(reader.state)) {
          clearTimeout(held);
          held = null;
          setImmediate(paint);
        }
        if (painting) return;
        painting = true;
        setImmediate(() => {
          if (lacksAnswer(reader.state)) held = setTimeout(paint, ANSWER_MS);
          else paint();
        });
      },
      onQuit: () => void leave(),
    });
    terminal.onInput((inputs) => reader.input(inputs, terminal.settled));
    terminal.onResize((size) => reader.send({ kind: 'resized', size }));
    terminal.onGone(() => reader.leave());
    const ticking = setInterval(() => reader.send({ kind: 'tick' }), TICK_MS);
    const looking = setInterval(() => void lookForNewer(), LOOK_MS);
    reader.begin();
    const wrong = summarizeProblems(around.loaded);
    if (wrong !== null) reader.send({ kind: 'failed', message: wrong });
    mountWhenFilled().catch(reject);

    /** Loading Ink keeps the process busy for as long as all before it: what the first frame still waits for goes first. */
    async function mountWhenFilled(): Promise<void> {
      await Promise.race([reader.idle(), wait(FILLING_MS)]);
      // The frame of this turn, the first one mostly, is painted by an immediate that was asked for before.
      await nextTurn();
      keepHeapSmall();
      const { mountShell } = await import('./shell.tsx');
      if (left) return;
      shell = mountShell(reader, terminal);
      // Not before: threads would take the first frame's time.
      corpus.begin();
      flushCompileCache();
      await wait(BOX_AFTER_MS, null, { ref: false });
      if (left) return;
      const { prepareBox } = await import('./effects/find-choices.ts');
      await prepareBox(corpus, surroundings);
    }

    async function lookForNewer(): Promise<void> {
      const newer = await corpus.newer();
      if (own !== null && countReadable(own) !== reader.state.ownCables) reader.send({ kind: 'own-cables', cables: countReadable(own) });
      if (newer !== null && newer.cables !== reader.state.newer) reader.send({ kind: 'newer', cables: newer.cables });
    }

    async function leave(): Promise<void> {
      left = true;
      if (held !== null) clearTimeout(held);
      clearInterval(ticking);
      clearInterval(looking);
      await journal.flush();
      shell?.unmount();
      terminal.close();
      resolve(0);
    }
  });
}

function describeLastSync(root: string, now: Date): string | null {
  const { lastSync } = readSettings(root);
  if (lastSync === null) return null;
  const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(lastSync.at)) / 60_000));
  const when = minutes < 60 ? `${minutes} min` : minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
  return `synced ${when} ago, ${lastSync.received} from ${lastSync.with}`;
}
