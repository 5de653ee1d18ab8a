type Env = Readonly<Record<string, string | undefined>>;

/** What the terminal is told on entering and on leaving; each line of `leave` undoes what `enter`, or the painting of frames, did. */
export interface Modes {
  readonly enter: string;
  readonly leave: string;
}

export function chooseModes(env: Env, mouse: boolean): Modes {
  // The Linux console has no second screen to go back from.
  const clear = /^linux/.test(env['TERM'] ?? '') ? '\x1b[H\x1b[J' : '';
  return {
    // alternate screen, cursor hidden, bracketed paste
    enter: `\x1b[?1049h\x1b[?25l\x1b[?2004h${mouse ? '\x1b[?1000h\x1b[?1006h' : ''}`,
    // style, margins, autowrap
    leave: `\x1b[m\x1b[r\x1b[?7h${mouse ? '\x1b[?1006l\x1b[?1000l' : ''}\x1b[?2004l${clear}\x1b[?25h\x1b[?1049l`,
  };
}

/** SU and SD: everywhere but on the Linux console and hardware of its age. */
export const canPan = (env: Env): boolean => !/^(?:linux|vt|ansi|cons)/.test(env['TERM'] ?? '');

/** Mode 2026, only where it is known to work; tmux before 3.6 and screen take it and do nothing. */
export const canSynchronize = (env: Env): boolean =>
  !env['TMUX'] &&
  !env['STY'] &&
  (/^(?:xterm-kitty|xterm-ghostty|foot|contour|alacritty|wezterm)/.test(env['TERM'] ?? '') ||
    /^(?:WezTerm|iTerm\.app|ghostty)$/.test(env['TERM_PROGRAM'] ?? ''));
