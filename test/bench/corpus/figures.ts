/* A table of measured figures, with bars and peers. */

export interface Figure {
  readonly what: string;
  readonly shown: string;
  /** What it is measured beside. */
  readonly beside?: string;
  readonly bar?: string;
  readonly holds?: boolean;
}

/** At most `most` times as long as a peer. */
export function ratio(what: string, ours: number, peer: string, theirs: number, most: number, show: (ms: number) => string): Figure {
  return {
    what,
    shown: show(ours),
    beside: `${peer}: ${show(theirs)}, ${(ours / theirs).toFixed(2)}x`,
    bar: `<= ${most}x`,
    holds: ours <= most * theirs,
  };
}

export function reportFigures(figures: readonly Figure[]): string {
  return [
    '| | figure | beside | bar | |',
    '|---|--:|---|--:|---|',
    ...figures.map(
      ({ what, shown, beside = '', bar = '', holds }) =>
        `| ${what} | ${shown} | ${beside} | ${bar} | ${holds === undefined ? '' : holds ? 'holds' : 'MISSED'} |`,
    ),
  ].join('\n');
}

/** `share` of the figures are at most this. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
