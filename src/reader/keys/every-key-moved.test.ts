/* Every command on another key than the program gives it: whatever a screen names, it must be the key that works. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HeadlessReader, openHeadlessReader } from '../../generate/headless-reader.ts';
import { lineText } from '../../text/fit-line.ts';
import { type CommandId, defaultCommands } from './keymap.ts';

/** Cyrillic letters, one a command: nothing else on a screen has them. */
const moved = new Map(defaultCommands.map(({ id }, i) => [id, String.fromCodePoint(0x430 + i)] as const));
const key = (id: CommandId): string => moved.get(id)!;
const NAMED = /[\u0430-\u052f]/u;
/** Digits of counts and favourites, keys of prompts, a command of the shell: not commands of the reader. */
const NOT_COMMANDS = /^(?:\d|cables .*)?$/;

let reader: HeadlessReader;
beforeAll(async () => {
  const keys = Object.fromEntries([...moved].map(([id, letter]) => [id, id === 'reference-by-label' ? [`${letter} A-Z`] : [letter]]));
  reader = await openHeadlessReader({ config: { keys } });
});
afterAll(() => reader.close());

const steps: readonly (readonly [where: string, keys: readonly string[]])[] = [
  ['Home', []],
  ['an empty list', [key('go-kept')]],
  ['a list', [key('go-unread')]],
  ['a decided list', [key('keep'), key('keep'), key('undo')]],
  ['a cable', [key('open')]],
  ['the last paragraph', [...Array.from({ length: 40 }, () => key('next-stop'))]],
  ['the text as received', [key('as-received'), key('as-received')]],
  ['its places', [key('places')]],
  ['no bookmarks', [key('go-bookmarks')]],
  ['no searches', [key('go-searches')]],
  ['history', [key('go-history')]],
  ['what was undone', [key('go-undo-list'), key('undo')]],
  ['a triage', [key('go-unread'), key('triage')]],
  ['nothing to find', [key('back'), key('open'), key('next-hit')]],
  ['help', [key('help')]],
];

it.each(steps)('%s names the keys as they are bound', async (_, keys) => {
  for (const size of [
    { columns: 40, rows: 12 },
    { columns: 80, rows: 24 },
  ]) {
    if (size.columns === 40) await reader.press(...keys);
    await reader.resize(size);
    const lines = reader.draw();
    for (const [row, line] of lines.entries())
      for (const { text, role } of line) {
        const word = text.trim();
        if (role !== 'strong' || NOT_COMMANDS.test(word) || (row < lines.length - 2 && word.length > 2)) continue;
        expect([lineText(line), word]).toEqual([lineText(line), expect.stringMatching(NAMED) as string]);
      }
    // Behind a sentence stand a key and its word: `   я next cable`.
    for (const line of lines.map((row) => lineText(row))) {
      const hint = /[.:?] {3}(\S{1,2}) [a-z]+ ?[a-z]*\s*$/u.exec(line)?.[1];
      if (hint !== undefined) expect([line, hint]).toEqual([line, expect.stringMatching(NAMED) as string]);
    }
  }
});

it('the box lists every command with its key, and the reason where it cannot run', async () => {
  await reader.press(key('go-home'), key('box'), ...'hit');
  const shown = reader
    .draw()
    .map((line) => lineText(line))
    .join('\n');
  expect(shown).toMatch(new RegExp(`${key('next-hit')} +next hit +works in a cable`));
  expect(shown).toMatch(new RegExp(`${key('previous-hit')} +previous hit +works in a cable`));
});
