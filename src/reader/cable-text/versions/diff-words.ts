/* What one text says otherwise than another, by words: Myers' greedy O(ND) algorithm (1986). Versions of a cable differ in a few words of
 * some thousands, so that the way through the table of all pairs is nearly a straight one:
 *
 *          b:  the  XXXX  said        A step right takes a word of b, one down drops a word of a; words that are equal are
 *     a: the    \                     passed along the diagonal for nothing. After d steps one can be on the diagonals
 *        clerk       ─┐               k = x - y of -d to d; kept is how far down each of them one gets.
 *        said         └ \
 */

export interface WordRun {
  readonly kind: 'same' | 'gone' | 'new';
  readonly words: readonly string[];
}

/** Steps after which the rest counts as other text altogether: 100 ms and 3 MB at most. */
const MOST_STEPS = 800;

/** Runs that put together give `a` (same and gone) and `b` (same and new), in order; what is gone stands before what is new. */
export function diffWords(a: readonly string[], b: readonly string[]): readonly WordRun[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const trace = findWay(left, right);
  const changed: readonly WordRun[] = trace
    ? walkBack(left, right, trace)
    : [
        { kind: 'gone', words: left },
        { kind: 'new', words: right },
      ];
  return joinRuns([{ kind: 'same', words: a.slice(0, head) }, ...changed, { kind: 'same', words: a.slice(a.length - tail) }]);
}

/** Before each step: how far every diagonal reached, that of -d first. Null where there are more steps than one goes. */
function findWay(a: readonly string[], b: readonly string[]): readonly Int32Array[] | null {
  const most = Math.min(MOST_STEPS, a.length + b.length);
  const middle = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d += 1) {
    trace.push(reach.slice(middle - d, middle + d + 1));
    for (let k = -d; k <= d; k += 2) {
      const [above, below] = [reach[middle + k - 1]!, reach[middle + k + 1]!];
      let x = d === 0 ? 0 : takesNew(k, d, above, below) ? below : above + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      reach[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return trace;
    }
  }
  return null;
}

const takesNew = (k: number, d: number, above: number, below: number): boolean => k === -d || (k !== d && above < below);

function walkBack(a: readonly string[], b: readonly string[], trace: readonly Int32Array[]): readonly WordRun[] {
  const runs: WordRun[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const reach = trace[d]!;
    const k = x - y;
    const from = takesNew(k, d, reach[d + k - 1] ?? 0, reach[d + k + 1] ?? 0) ? k + 1 : k - 1;
    const startX = d === 0 ? 0 : reach[d + from]!;
    const startY = d === 0 ? 0 : startX - from;
    while (x > startX && y > startY) {
      x -= 1;
      y -= 1;
      runs.push({ kind: 'same', words: [a[x]!] });
    }
    if (d === 0) break;
    runs.push(x === startX ? { kind: 'new', words: [b[startY]!] } : { kind: 'gone', words: [a[startX]!] });
    [x, y] = [startX, startY];
  }
  return runs.reverse();
}

/** Neighbours of one kind as one; between two that are the same, all that is gone before all that is new. */
function joinRuns(runs: readonly WordRun[]): readonly WordRun[] {
  const joined: WordRun[] = [];
  let gone: string[] = [];
  let fresh: string[] = [];
  let same: string[] = [];
  const close = () => {
    if (gone.length > 0) joined.push({ kind: 'gone', words: gone });
    if (fresh.length > 0) joined.push({ kind: 'new', words: fresh });
    [gone, fresh] = [[], []];
  };
  for (const { kind, words } of runs) {
    if (words.length === 0) continue;
    if (kind === 'same') {
      close();
      same.push(...words);
      continue;
    }
    if (same.length > 0) joined.push({ kind: 'same', words: same });
    same = [];
    (kind === 'gone' ? gone : fresh).push(...words);
  }
  close();
  if (same.length > 0) joined.push({ kind: 'same', words: same });
  return joined;
}
