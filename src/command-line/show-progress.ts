/* A bar on a terminal that can place text, one line a second elsewhere; nothing for what is over within 200 ms. */
import { canPlaceText } from '../reader/terminal/can-show-screens.ts';
import type { Surroundings } from './command.ts';

export interface Progress {
  /** @param of total where it is known, else null. */
  show(what: string, done: number, of: number | null): void;
  /** Takes the bar off the screen. */
  done(): void;
}

const QUIET_MS = 200;

export function showProgress({ stderr, env }: Pick<Surroundings, 'stderr' | 'env'>, clock: () => number = Date.now): Progress {
  const bar = stderr.isTTY && canPlaceText(env);
  const every = bar ? 100 : 1000;
  const started = clock();
  let last = bar ? started + QUIET_MS - every : started;
  let shown = false;
  return {
    show(what, done, of) {
      const now = clock();
      if (now - last < every) return;
      last = now;
      const figures = of === null ? done.toLocaleString('en') : `${done.toLocaleString('en')} / ${of.toLocaleString('en')}`;
      if (!bar) {
        stderr.write(`${what} ${figures}\n`);
        return;
      }
      shown = true;
      stderr.write(`\r${barLine(what, figures, of ? done / of : null, (stderr.columns || 80) - 1)}`);
    },
    done() {
      if (shown) stderr.write('\r\u001b[K');
      shown = false;
    },
  };
}

/** One row, `columns` wide at most: `importing ████████······ 1,204 / 2,000`. */
export function barLine(what: string, figures: string, share: number | null, columns: number): string {
  const room = columns - what.length - figures.length - 2;
  if (share === null || room < 8) return `${what} ${figures}`.slice(0, columns).padEnd(columns);
  const width = Math.min(room, 40);
  const full = Math.round(Math.min(1, share) * width);
  return `${what} ${'█'.repeat(full)}${'·'.repeat(width - full)} ${figures}`.padEnd(columns);
}
