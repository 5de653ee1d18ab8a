import { Box, Text } from 'ink';
import { memo, useSyncExternalStore } from 'react';
import { mountInk } from '../../src/reader/terminal/mount-ink.tsx';
import type { Terminal } from '../../src/reader/terminal/terminal.ts';
import type { Line } from '../../src/text/line.ts';
import { lineToAnsi } from '../../src/text/theme.ts';

const Row = memo(({ text }: { readonly text: string }) => <Text wrap="truncate">{text}</Text>);

/** Shows lines with Ink; returns what shows them anew. */
export function showWithInk(terminal: Terminal, screenLines: () => readonly Line[]): () => void {
  let version = 0;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  mountInk(<Demo terminal={terminal} screenLines={screenLines} subscribe={subscribe} versionNow={() => version} />, terminal);
  return () => {
    version += 1;
    for (const listener of listeners) listener();
  };
}

interface DemoProps {
  readonly terminal: Terminal;
  readonly screenLines: () => readonly Line[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly versionNow: () => number;
}

function Demo({ terminal, screenLines, subscribe, versionNow }: DemoProps) {
  useSyncExternalStore(subscribe, versionNow);
  const { columns, rows } = terminal.size;
  return (
    <Box width={columns} height={rows} flexDirection="column">
      {screenLines().map((line, y) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <Row key={y} text={lineToAnsi(line, terminal.theme)} />
      ))}
    </Box>
  );
}
