/* Ink owns the tree and its life; the rows are laid out already and go to the terminal's own writer, which sends the least. */
import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { Reader } from './reader.ts';
import { mountInk } from './terminal/mount-ink.tsx';
import type { Terminal } from './terminal/terminal.ts';

interface ScreenProps {
  readonly reader: Reader;
  readonly terminal: Terminal;
  readonly subscribe: (listener: () => void) => () => void;
  readonly version: () => number;
}

function Screen({ reader, terminal, subscribe, version }: ScreenProps) {
  const shown = useSyncExternalStore(subscribe, version);
  useLayoutEffect(() => {
    void shown;
    terminal.paint(reader.draw());
  }, [reader, terminal, shown]);
  return null;
}

export interface Shell {
  /** The state changed. */
  changed(): void;
  unmount(): void;
}

export function mountShell(reader: Reader, terminal: Terminal): Shell {
  let version = 0;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const ink = mountInk(<Screen reader={reader} terminal={terminal} subscribe={subscribe} version={() => version} />, terminal);
  return {
    changed() {
      version += 1;
      for (const listener of listeners) listener();
    },
    unmount: () => ink.unmount(),
  };
}
