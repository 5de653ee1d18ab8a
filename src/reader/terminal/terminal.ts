/* The contract between the reader and the terminal it runs in. Made by open-terminal.ts; a fake one serves the tests. */
import type { Line } from '../../text/line.ts';
import type { Theme } from '../../text/theme.ts';

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

export type Gone = 'SIGTERM' | 'SIGHUP' | 'SIGINT' | 'SIGQUIT' | 'hang-up';

export interface Terminal {
  readonly size: Size;
  /** The colours it has. */
  readonly theme: Theme;
  /** A stream for Ink's `stdout`: takes whole frames, sends the least. */
  readonly frames: NodeJS.WriteStream;
  /** Everything one chunk of standard input held, in order. */
  onInput(listener: (inputs: readonly Input[]) => void): void;
  /** Debounced. */
  onResize(listener: (size: Size) => void): void;
  /**
   * Paints rows that are laid out already, past Ink's layout: the first frame, a screen in tests, or a component that calls it in a layout
   * effect and renders nothing. That takes 0.4 ms a key at 200x50, where the same rows as Ink's Text take 6.
   */
  paint(lines: readonly Line[]): void;
  /** True when the newest frame given to it has been sent, and acknowledged where the terminal answers. */
  readonly settled: boolean;
  /** Called each time `settled` has become true. */
  onSettled(listener: () => void): void;
  /**
   * The terminal was closed, or the process is told to end. Called once, before everything is undone and the process ends: what must be kept
   * has to be written in the call itself.
   */
  onGone(listener: (why: Gone) => void): void;
  /** The newest frame is sent again, whole. */
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
