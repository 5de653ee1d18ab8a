import { cutToWidth, padToWidth, width } from '../../text/width.ts';
import { type Command, GROUPS, type Group, type ScreenKind, shortTitle, titleOn } from './keymap.ts';
import type { Keymap } from './live-keymap.ts';

/** Every key by what it is for, one line a command. */
export function keySheet(keymap: Keymap): string[] {
  return (Object.keys(GROUPS) as Group[]).flatMap((group) => [
    GROUPS[group],
    ...keymap.commands.filter((command) => command.group === group).map(({ keys, title }) => `  ${nameKeys(keys).padEnd(22)}${title}`),
    '',
  ]);
}

/** `space f pgdn ^f`, sequences run together: `gg`. */
export const nameKeys = (keys: readonly string[]): string => keys.map((key) => key.replaceAll(' ', '')).join(' ');

/** The keys of one screen, in two columns where there is room; below them those of other screens. */
export function keysOfScreen(keymap: Keymap, screen: ScreenKind, columns: number): string[] {
  const elsewhere = keymap.commands.filter(({ on }) => !on.includes(screen));
  return [
    ...inColumns(
      keymap.commands.filter(({ on }) => on.includes(screen)),
      screen,
      columns,
    ),
    ...(elsewhere.length > 0 ? ['On other screens', '', ...inColumns(elsewhere, null, columns)] : []),
  ];
}

function inColumns(commands: readonly Command[], screen: ScreenKind | null, columns: number): string[] {
  const two = columns >= 76;
  const wide = two ? Math.floor((columns - 3) / 2) : columns - 1;
  const blocks = (Object.keys(GROUPS) as Group[]).flatMap((group) => {
    const here = commands.filter((command) => command.group === group);
    if (here.length === 0) return [];
    const lines = here.map((command) => {
      const title = screen === null ? command.title : titleOn(command, screen);
      const keys = padToWidth(nameKeys(command.keys.slice(0, 3)), 12);
      const room = wide - width(`  ${keys} `);
      return cutToWidth(`  ${keys} ${width(title) <= room ? title : shortTitle(title)}`, wide);
    });
    return [[GROUPS[group], ...lines, '']];
  });
  const all = blocks.flat();
  if (!two) return all;
  // The left column takes whole groups until it holds half of the lines.
  let left = 0;
  let lines = 0;
  while (left < blocks.length && lines + blocks[left]!.length / 2 < all.length / 2) lines += blocks[left++]!.length;
  const [first, second] = [blocks.slice(0, left).flat(), blocks.slice(left).flat()];
  return Array.from({ length: Math.max(first.length, second.length) }, (_, i) =>
    `${padToWidth(first[i] ?? '', wide)} ${second[i] ?? ''}`.trimEnd(),
  );
}
