/* The peer "Ink" of the terminal bench: the same reader and the same rows, laid out by Ink's Text and sent by Ink itself.
 *
 *     ink-reader STORE default|incremental
 */
import { setTimeout as wait } from 'node:timers/promises';
import { Box, render, Text, useInput } from 'ink';
import { useSyncExternalStore } from 'react';
import { defaultConfig } from '../../src/config/config.ts';
import { bindKeys } from '../../src/reader/keys/bind-keys.ts';
import { Reader } from '../../src/reader/reader.ts';
import { glyphs } from '../../src/text/glyphs.ts';
import { chooseTheme, lineToAnsi } from '../../src/text/theme.ts';
import { chooseLibrary } from '../../store/library/library-folder.ts';
import { openLibrary } from '../../store/library/open-library.ts';

const [store, how] = process.argv.slice(2);
const library = await openLibrary(chooseLibrary({ store: store! }, process.env), { readOnly: false });
const { corpus, journal } = library;
const theme = chooseTheme(process.env);
const { columns, rows } = process.stdout;

let version = 0;
let tell = (): void => {};
const reader = new Reader({
  corpus,
  journal,
  library: { name: 'cables', sample: false, readOnly: false, at: null, growing: false },
  size: { columns, rows },
  around: {
    personal: journal.personal,
    journal,
    glyphs: glyphs('drawn'),
    keys: bindKeys({}).keymap,
    config: defaultConfig,
    now: () => new Date(),
    zone: 'UTC',
    lastSync: null,
  },
  terminal: { copy() {}, redraw() {}, async suspend() {}, leaveFor: async (run) => run() },
  editor: { edit: async (text) => ({ text, trouble: null }), rescue: () => null, view: async () => null },
  start: { query: 'date:1900..' },
  rest: (ms) => wait(ms),
  onChange() {
    version += 1;
    tell();
  },
  onQuit: () => process.exit(0),
});
reader.begin();
await reader.idle();

const subscribe = (listener: () => void) => {
  tell = listener;
  return () => {};
};

function Screen() {
  useSyncExternalStore(subscribe, () => version);
  useInput((input, key) => {
    const keys = key.return ? ['enter'] : [...input].map((letter) => (letter === ' ' ? 'space' : letter));
    reader.input(
      keys.map((name) => ({ kind: 'key', key: name })),
      true,
    );
  });
  return (
    <Box width={columns} height={rows} flexDirection="column">
      {reader.draw().map((line, y) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <Text key={y} wrap="truncate">
          {lineToAnsi(line, theme)}
        </Text>
      ))}
    </Box>
  );
}

render(<Screen />, { alternateScreen: true, incrementalRendering: how === 'incremental', patchConsole: false, exitOnCtrlC: false });
