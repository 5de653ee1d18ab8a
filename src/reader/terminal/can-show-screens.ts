type Env = Readonly<Record<string, string | undefined>>;

interface Stream {
  readonly isTTY?: boolean | undefined;
}

/** Why the reader cannot be shown here, in words for a person; null when it can. */
export function whyNoScreens(env: Env, stdin: Stream, stdout: Stream): string | null {
  if (!stdout.isTTY) return 'standard output is not a terminal';
  if (!stdin.isTTY) return 'standard input is not a terminal';
  if (env['INK_SCREEN_READER'] === 'true') return 'a screen reader is in use (INK_SCREEN_READER=true)';
  const term = env['TERM'] ?? '';
  if (term === '' || term === 'dumb' || term === 'unknown') return `the terminal (TERM=${term}) cannot place text`;
  return null;
}

/** True where the reader can run: a terminal that can place text. Elsewhere the plain commands say the same in words. `CI` does not matter. */
export const canShowScreens = (env: Env, stdin: Stream, stdout: Stream): boolean => whyNoScreens(env, stdin, stdout) === null;
