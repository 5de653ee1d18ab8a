/* Numbers and ranges of numbers, both ends included: `4`, `4..`, `..50k`, `10k..50k`, `>4`, `<=50k`. */

export interface NumberRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** Null where the text is no number. */
export function readNumbers(text: string): NumberRange | null {
  const compared = /^([<>])(=?)(\d{1,9}k?)$/i.exec(text);
  if (compared) {
    const bound = readNumber(compared[3]!);
    const open = compared[2] === '' ? 1 : 0;
    return compared[1] === '<' ? { from: null, to: bound - open } : { from: bound + open, to: null };
  }
  const range = /^(\d{1,9}k?)?\.\.(\d{1,9}k?)?$/i.exec(text);
  if (range && (range[1] ?? range[2]) !== undefined)
    return { from: range[1] === undefined ? null : readNumber(range[1]), to: range[2] === undefined ? null : readNumber(range[2]) };
  if (!/^\d{1,9}k?$/i.test(text)) return null;
  const exact = readNumber(text);
  return { from: exact, to: exact };
}

/** `50k` is 50,000. */
const readNumber = (text: string): number => Number.parseInt(text, 10) * (/k$/i.test(text) ? 1000 : 1);
