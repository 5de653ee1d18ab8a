import xterm from '@xterm/headless';

/** A terminal without a window, for reading what bytes would show. */
export class Replay {
  readonly terminal: InstanceType<typeof xterm.Terminal>;

  constructor(columns: number, rows: number) {
    this.terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0 });
  }

  /** Resolves when the bytes have been drawn. */
  write(bytes: string | Uint8Array): Promise<void> {
    return new Promise((resolve) => this.terminal.write(bytes, resolve));
  }

  /** The rows as text, without blanks at the end. */
  rows(): string[] {
    const { active } = this.terminal.buffer;
    return Array.from({ length: this.terminal.rows }, (_, y) => active.getLine(active.baseY + y)?.translateToString(true) ?? '');
  }

  text(): string {
    return this.rows().join('\n');
  }
}
