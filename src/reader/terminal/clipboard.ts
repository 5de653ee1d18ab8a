type Env = Readonly<Record<string, string | undefined>>;

const SCREEN_CHUNK = 700;

/**
 * Text for the clipboard of the terminal at the far end (OSC 52). tmux passes it in one of two ways depending on its settings
 * (`set-clipboard on`, or `allow-passthrough on`), and ignores the other; screen passes short device control strings.
 */
export function clipboardBytes(text: string, env: Env): string {
  const plain = `\x1b]52;c;${Buffer.from(text, 'utf8').toString('base64')}\x07`;
  if (env['TMUX']) return `${plain}\x1bPtmux;${plain.replaceAll('\x1b', '\x1b\x1b')}\x1b\\`;
  if (env['STY'] || /^screen/.test(env['TERM'] ?? '')) {
    let wrapped = '';
    for (let i = 0; i < plain.length; i += SCREEN_CHUNK) wrapped += `\x1bP${plain.slice(i, i + SCREEN_CHUNK)}\x1b\\`;
    return wrapped;
  }
  return plain;
}
