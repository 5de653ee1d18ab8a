import { describe, expect, it } from 'vitest';
import { Screen } from '../../src/reader/terminal/bytes-out/screen.ts';
import { fitLine } from '../../src/text/fit-line.ts';
import { lineToAnsi } from '../../src/text/theme.ts';
import { escapeForJson, makeVisible } from '../../src/text/visible.ts';
import { wrapText } from '../../src/text/wrap.ts';
import { Replay } from '../screen/replay.ts';
import { hostileTexts } from './hostile-texts.ts';

const THEME = { colours: '16', name: 'dark', own: {} } as const;
const COLUMNS = 40;
const HIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]|\p{Cs}/u;
/** Everything that the display itself sends: motion, style, erasing, margins, scrolling. */
const OURS = /\x1b\[\d*(?:;\d+)*[ABCDEGHJKLMPSTXmr]|\x1b\[\?(?:7|2026)[hl]|\x1b[DM]|[\r\b]/g;

it('has sixty kinds and more', () => {
  expect(new Set(hostileTexts.map(([kind]) => kind)).size).toBeGreaterThanOrEqual(60);
});

describe.each(hostileTexts)('a text that tries: %s', (_kind, text) => {
  it('is visible and harmless once made so, and loses nothing', () => {
    const shown = makeVisible(text);
    expect(shown).not.toMatch(HIDDEN);
    expect(shown).toHaveLength(text.length);
    for (const letter of 'abEVILsafe') expect(shown.split(letter).length).toBeGreaterThanOrEqual(text.split(letter).length);
  });

  it('is escaped in JSON, and means the same', () => {
    const json = escapeForJson(JSON.stringify(text));
    expect(json).not.toMatch(HIDDEN);
    expect(JSON.parse(json)).toBe(text);
  });

  it.each([
    ['as the reader shows it', (line: string) => lineToAnsi(fitLine([{ text: line, role: 'hit' }], COLUMNS), THEME), makeVisible],
    ['even where somebody forgot to make it visible', (line: string) => line, (raw: string) => raw],
  ])('moves nothing on the screen, %s', async (_name, toAnsi, prepare) => {
    const screen = new Screen({ columns: COLUMNS, rows: 6 });
    const replay = new Replay(COLUMNS, 6);
    let heard = '';
    replay.terminal.onBell(() => (heard += 'bell'));
    replay.terminal.onTitleChange(() => (heard += 'title'));
    replay.terminal.onData((answer) => (heard += answer));
    const [first] = wrapText(prepare(text), COLUMNS);
    for (const above of ['above', 'above once more']) {
      const bytes = screen.show([above, toAnsi(first?.text ?? ''), 'below', '', '', 'status']);
      expect(bytes.replaceAll(OURS, '')).not.toMatch(HIDDEN);
      await replay.write(bytes);
      expect(replay.rows().filter((_, y) => y !== 1)).toEqual([above, 'below', '', '', 'status']);
    }
    expect(heard).toBe('');
  });
});
