import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Screen } from '../../src/reader/terminal/bytes-out/screen.ts';
import { Replay } from '../screen/replay.ts';
import { ansiOf, cellsOf, type DrawnRow, framesOf, stories } from './random-frames.ts';

const RUNS = process.env['CABLES_FULL'] === '1' ? 2000 : 100;

describe('bytes replayed in a terminal show exactly the frame', () => {
  it.each([
    ['a terminal that pans', { pan: true, synchronized: false }],
    ['one that does not, as the Linux console', { pan: false, synchronized: true }],
  ])('in %s', async (_name, options) => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const screen = new Screen({ columns: story.columns, rows: story.rows, ...options });
        const replay = new Replay(story.columns, story.rows);
        await replay.write('\x1b[?1049h');
        let size = `${story.columns}x${story.rows}`;
        for (const { columns, rows, frame, forget } of framesOf(story)) {
          if (size !== `${columns}x${rows}`) {
            size = `${columns}x${rows}`;
            replay.terminal.resize(columns, rows);
            screen.resize(columns, rows);
          }
          if (forget) {
            await replay.write('\x1b[5;31msomething else wrote here\r\n\r\n\x1b[2;3r');
            screen.forget();
          }
          const lines = frame.map(ansiOf);
          const bytes = screen.show(lines);
          expect(bytes).not.toMatch(/\n|\x1b\[\d*b/);
          await replay.write(bytes);
          expect(differencesFrom(replay, frame, columns)).toEqual([]);
          expect(screen.show(lines), 'the same frame again').toBe('');
        }
      }),
      { numRuns: RUNS },
    );
  });
});

function differencesFrom(replay: Replay, frame: readonly DrawnRow[], columns: number): string[] {
  const found: string[] = [];
  for (const [y, drawn] of frame.entries()) {
    const line = replay.terminal.buffer.active.getLine(y);
    for (const [x, expected] of cellsOf(drawn, columns).entries()) {
      const cell = line?.getCell(x);
      if (cell === undefined || expected.text === null) continue;
      const shown = cell.getWidth() === 0 ? '' : cell.getChars() || ' ';
      if (shown !== expected.text) found.push(`row ${y} column ${x}: ${JSON.stringify(shown)} instead of ${JSON.stringify(expected.text)}`);
      const style = styleOf(cell, shown);
      const wanted = styleOfSgr(expected.sgr, expected.text);
      if (style !== wanted) found.push(`row ${y} column ${x}: style ${style} instead of ${wanted}`);
    }
  }
  return found;
}

type Cell = NonNullable<ReturnType<NonNullable<ReturnType<Replay['terminal']['buffer']['active']['getLine']>>['getCell']>>;

/** Colour and weight of a blank cannot be seen. */
function styleOf(cell: Cell, shown: string): string {
  const seen = [
    cell.isInverse() && 'inverse',
    cell.isUnderline() && 'underline',
    cell.isStrikethrough() && 'strike',
    !cell.isBgDefault() && `ground ${cell.getBgColor()}`,
  ];
  const onInk = shown === ' ' && !cell.isInverse() ? [] : [!cell.isFgDefault() && `colour ${cell.getFgColor()}`];
  const onLetters = shown === ' ' ? [] : [cell.isBold() && 'bold', cell.isDim() && 'faint', cell.isItalic() && 'italic'];
  return [...seen, ...onInk, ...onLetters].filter(Boolean).join();
}

function styleOfSgr(sgr: string, text: string): string {
  const all = sgr.replace(/38;5;\d+/, '').split(';');
  const has = (code: string) => all.includes(code);
  const indexed = /38;5;(\d+)/.exec(sgr)?.[1];
  const colour = indexed ?? (has('36') ? '6' : has('31') ? '1' : undefined);
  const seen = [has('7') && 'inverse', has('4') && 'underline', has('9') && 'strike', has('44') && 'ground 4'];
  const onInk = text === ' ' && !has('7') ? [] : [colour !== undefined && `colour ${colour}`];
  const onLetters = text === ' ' ? [] : [has('1') && 'bold', has('2') && 'faint', has('3') && 'italic'];
  return [...seen, ...onInk, ...onLetters].filter(Boolean).join();
}
