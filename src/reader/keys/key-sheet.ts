import { GROUPS, type Group, keymap } from './keymap.ts';

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
