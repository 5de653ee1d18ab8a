import { cutToWidth, padToWidth } from '../../text/width.ts';
import { GROUPS, type Group, keymap, type ScreenKind } from './keymap.ts';

/** Every key by what it is for, one line a command. Made from the live keymap. */
export function keySheet(): string[] {
  return (Object.keys(GROUPS) as Group[]).flatMap((group) => [
    GROUPS[group],
    ...keymap.filter((command) => command.group === group).map(({ keys, title }) => `  ${nameKeys(keys).padEnd(22)}${title}`),
    '',
  ]);
}

/** `space f pgdn ^f`, sequences run together: `gg`. */
export const nameKeys = (keys: readonly string[]): string => keys.map((key) => key.replaceAll(' ', '')).join(' ');

/** The keys of one screen, in two columns where there is room. */
export function keysOfScreen(screen: ScreenKind, columns: number): string[] {
  const two = columns >= 76;
  const wide = two ? Math.floor((columns - 3) / 2) : columns - 1;
  const blocks = (Object.keys(GROUPS) as Group[]).flatMap((group) => {
    const commands = keymap.filter((command) => command.group === group && command.on.includes(screen));
    if (commands.length === 0) return [];
    return [
      [
        GROUPS[group],
        ...commands.map(({ keys, title }) => cutToWidth(`  ${padToWidth(nameKeys(keys.slice(0, 3)), 12)} ${title}`, wide)),
        '',
      ],
    ];
  });
  const all = blocks.flat();
  if (!two) return all;
  // The left column takes whole groups until it holds half of the lines.
  let left = 0;
  let lines = 0;
  while (left < blocks.length && lines < all.length / 2) lines += blocks[left++]!.length;
  const [first, second] = [blocks.slice(0, left).flat(), blocks.slice(left).flat()];
  return Array.from({ length: Math.max(first.length, second.length) }, (_, i) =>
    `${padToWidth(first[i] ?? '', wide)} ${second[i] ?? ''}`.trimEnd(),
  );
}
