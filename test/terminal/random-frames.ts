import fc from 'fast-check';

/** A character, how wide it is, and whether terminals agree on that. */
interface Sign {
  readonly text: string;
  readonly columns: 1 | 2;
  readonly certain: boolean;
}

const SIGNS: readonly Sign[] = [
  ...[...'abcdefghij ABC 0123456789  .,:;-+=()'].map((text) => ({ text, columns: 1, certain: true }) as const),
  ...['é', 'ß', 'Ж', 'λ', '─', '●', '✓', '▌', '…', '“', '€'].map((text) => ({ text, columns: 1, certain: true }) as const),
  ...['字', '漢', 'あ', '한', '！'].map((text) => ({ text, columns: 2, certain: true }) as const),
  ...['😀', '👨‍👩‍👧', '🇫🇷', '❤️', '👍🏽'].map((text) => ({ text, columns: 2, certain: false }) as const),
  { text: 'e\u0301', columns: 1, certain: false },
];

const STYLES = ['', '1', '2', '7', '4', '36', '1;31', '38;5;80', '44', '1;2', '3;9', '38;5;30;7'];

export interface DrawnSign extends Sign {
  readonly sgr: string;
}

export type DrawnRow = readonly DrawnSign[];

const plainSigns = SIGNS.filter(({ certain }) => certain);
const sign = fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...plainSigns) }, { weight: 1, arbitrary: fc.constantFrom(...SIGNS) });

/** A row in one to four styles. */
const row: fc.Arbitrary<DrawnRow> = fc
  .array(fc.tuple(fc.constantFrom(...STYLES), fc.array(sign, { maxLength: 30 })), { maxLength: 4 })
  .map((runs) => runs.flatMap(([sgr, signs]) => signs.map((one) => ({ ...one, sgr }))));

const plainRow: fc.Arbitrary<DrawnRow> = fc
  .array(fc.constantFrom(...plainSigns), { maxLength: 60 })
  .map((signs) => signs.map((one) => ({ ...one, sgr: '' })));

/** A long text, of which a window is shown: scrolling, paging and moving a mark in the gutter are what a reader does most. */
export interface Story {
  readonly columns: number;
  readonly rows: number;
  readonly text: readonly DrawnRow[];
  readonly steps: readonly Step[];
}

export type Step =
  | { readonly kind: 'scroll'; readonly by: number }
  | { readonly kind: 'mark'; readonly row: number }
  | { readonly kind: 'status'; readonly row: DrawnRow }
  | { readonly kind: 'edit'; readonly at: number; readonly row: DrawnRow }
  | { readonly kind: 'split'; readonly at: number }
  | { readonly kind: 'resize'; readonly columns: number; readonly rows: number }
  | { readonly kind: 'forget' };

const columns = fc.integer({ min: 2, max: 100 });
const rows = fc.integer({ min: 1, max: 30 });

export const stories: fc.Arbitrary<Story> = fc.record({
  columns,
  rows,
  text: fc.array(fc.oneof({ weight: 3, arbitrary: plainRow }, { weight: 1, arbitrary: row }), { minLength: 1, maxLength: 60 }),
  steps: fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('scroll' as const), by: fc.integer({ min: -12, max: 12 }) }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('mark' as const), row: fc.nat(30) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('status' as const), row }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit' as const), at: fc.nat(60), row }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('split' as const), at: fc.nat(20) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('resize' as const), columns, rows }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const) }) },
    ),
    { maxLength: 25 },
  ),
});

/** The frames a story shows: whole screens of rows, with the size each is for. */
export function* framesOf({
  columns,
  rows,
  text,
  steps,
}: Story): Generator<{ columns: number; rows: number; frame: DrawnRow[]; forget: boolean }> {
  let top = 0;
  let marked = 0;
  let split = 0;
  let status: DrawnRow = [];
  const lines = [...text];
  const gutter = (on: boolean): DrawnRow =>
    [...(on ? '▌ ' : '  ')].map((one) => ({ text: one, columns: 1, certain: true, sgr: on ? '36' : '' }));
  const frame = (): DrawnRow[] => {
    const all: DrawnRow[] = [];
    const lineAt = (n: number) => lines[((n % lines.length) + lines.length) % lines.length] as DrawnRow;
    for (let y = 0; y < rows - 1; y += 1) all.push([...gutter(y === marked), ...lineAt(split > 0 && y >= split ? 3 * top + y : top + y)]);
    all.push(status);
    return all;
  };
  yield { columns, rows, frame: frame(), forget: false };
  for (const step of steps) {
    if (step.kind === 'scroll') top += step.by;
    if (step.kind === 'mark') marked = step.row;
    if (step.kind === 'status') status = step.row;
    if (step.kind === 'edit') lines[step.at % lines.length] = step.row;
    if (step.kind === 'split') split = step.at;
    if (step.kind === 'resize') ({ columns, rows } = step);
    yield { columns, rows, frame: frame(), forget: step.kind === 'forget' };
  }
}

/** The row as a frame for the display has it: text with SGR. */
export const ansiOf = (drawn: DrawnRow): string =>
  drawn
    .map(({ text, sgr }, i) => {
      const opened = sgr !== '' && drawn[i - 1]?.sgr !== sgr ? `\x1b[${sgr}m` : '';
      const closed = sgr !== '' && drawn[i + 1]?.sgr !== sgr ? '\x1b[0m' : '';
      return opened + text + closed;
    })
    .join('');

export interface ExpectedCell {
  /** Null where terminals may draw anything. */
  readonly text: string | null;
  readonly sgr: string;
}

/** What the terminal should show in each column, worked out from the signs alone. */
export function cellsOf(drawn: DrawnRow, width: number): ExpectedCell[] {
  const cells: ExpectedCell[] = [];
  for (const { text, columns: wide, certain, sgr } of drawn) {
    if (cells.length + wide > width) break;
    cells.push({ text: certain ? text : null, sgr });
    if (wide === 2) cells.push({ text: certain ? '' : null, sgr });
  }
  while (cells.length < width) cells.push({ text: ' ', sgr: '' });
  return cells;
}
