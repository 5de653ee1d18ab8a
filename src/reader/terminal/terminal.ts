/* The contract between the reader and the terminal it runs in. Made by open-terminal.ts; a fake one serves the tests. */
import type { Line } from '../../text/line.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/**
 * One thing the person did. Keys have one name each, the same in keymap, help and config: printable keys as typed (`j`, `G`, `+`, `é`),
 * `space enter esc tab S-tab backspace delete up down left right S-up pgup pgdn home end insert f1`..`f12`, `^a`..`^z`, `M-b`.
 */
export type Input =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'click'; readonly row: number; readonly column: number }
  | { readonly kind: 'wheel'; readonly lines: number };

export interface Terminal {
  readonly size: Size;
  /** A stream for Ink's `stdout`: takes whole frames, sends the least. */
  readonly frames: NodeJS.WriteStream;
  /** Everything one chunk of standard input held, in order. */
  onInput(listener: (inputs: readonly Input[]) => void): void;
  /** Debounced. */
  onResize(listener: (size: Size) => void): void;
  /** Paints without Ink: the first frame, or a screen in tests. */
  paint(lines: readonly Line[]): void;
  /** True when the newest frame given to it has been sent, and acknowledged where the terminal answers. */
  readonly settled: boolean;
  /** The next frame is sent whole. */
  redraw(): void;
  /** Sends text to the clipboard by OSC 52, wrapped for tmux where needed. */
  copy(text: string): void;
  /** Leaves the screen for another program (pager, editor, shell, suspend) and comes back. */
  leaveFor<T>(run: () => T | Promise<T>): Promise<T>;
  /** `^Z`. */
  suspend(): Promise<void>;
  /** Undoes everything the terminal was told. */
  close(): void;
}
