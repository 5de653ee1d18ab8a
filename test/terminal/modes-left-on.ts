const ON_BY_DEFAULT = new Set(['7', '25']);

/** What a terminal that got these bytes is left with that it did not have before: private modes, margins, a style. */
export function modesLeftOn(bytes: string): string[] {
  const modes = new Map<string, boolean>();
  for (const [, mode = '', way] of bytes.matchAll(/\x1b\[\?(\d+)([hl])/g)) modes.set(mode, way === 'h');
  const left = [...modes].filter(([mode, on]) => on !== ON_BY_DEFAULT.has(mode)).map(([mode, on]) => `mode ${mode} ${on ? 'on' : 'off'}`);
  const margins = [...bytes.matchAll(/\x1b\[([\d;]*)r/g)].at(-1)?.[1];
  if (margins) left.push(`margins ${margins}`);
  const style = [...bytes.matchAll(/\x1b\[([\d;]*)m/g)].at(-1)?.[1];
  if (style && !/^(?:0|2[2-9]|39|49)$/.test(style)) left.push(`style ${style}`);
  return left;
}
