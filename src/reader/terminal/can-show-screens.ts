type Env = Readonly<Record<string, string | undefined>>;

interface Stream {
  readonly isTTY?: boolean | undefined;
}

/** Why the reader cannot be shown here, in words for a person; null when it can. */
export function whyNoScreens(env: Env, stdin: Stream, stdout: Stream): string | null {
  if (!stdout.isTTY) return 'standard output is not a terminal';
  if (!stdin.isTTY) return 'standard input is not a terminal';
  if (env['INK_SCREEN_READER'] === 'true') return 'a screen reader is in use (INK_SCREEN_READER=true)';
  return canPlaceText(env) ? null : `the terminal (TERM=${env['TERM'] ?? ''}) cannot place text`;
}

/** False for a terminal that only appends: no pager, no bar, no screens there. */
export function canPlaceText(env: Env): boolean {
  return !['', 'dumb', 'unknown'].includes(env['TERM'] ?? '');
}

/** True where the reader can run: a terminal that can place text. Elsewhere the plain commands say the same in words. `CI` does not matter. */
export const canShowScreens = (env: Env, stdin: Stream, stdout: Stream): boolean => whyNoScreens(env, stdin, stdout) === null;
