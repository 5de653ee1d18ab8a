import { clusterWidth, endOfCluster } from './cluster.ts';

const ASCII = /^[ -~]*$/;
export const TAB_STOP = 8;

const toTabStop = (column: number): number => TAB_STOP - (column % TAB_STOP);

/** Columns that visible text takes; a tab reaches to the next multiple of eight, counted from `column`. */
export function width(text: string, column = 0): number {
  if (ASCII.test(text)) return text.length;
  let at = column;
  for (let from = 0; from < text.length; ) {
    const to = endOfCluster(text, from);
    at += text.charCodeAt(from) === 9 ? toTabStop(at) : clusterWidth(text, from, to);
    from = to;
  }
  return at - column;
}

/** Index into `text` after the last whole character that ends within `columns`. */
export function indexAtWidth(text: string, columns: number, column = 0): number {
  const limit = column + columns;
  let at = column;
  for (let from = 0; from < text.length; ) {
    const to = endOfCluster(text, from);
    at += text.charCodeAt(from) === 9 ? toTabStop(at) : clusterWidth(text, from, to);
    if (at > limit) return from;
    from = to;
  }
  return text.length;
}

/** `text` if it fits in `columns`, else its start and the ellipsis, together at most `columns` wide. */
export function cutToWidth(text: string, columns: number, ellipsis = '…'): string {
  if (ASCII.test(text) ? text.length <= columns : text.length <= 4 * columns && width(text) <= columns) return text;
  if (indexAtWidth(text, columns) === text.length) return text;
  const room = columns - width(ellipsis);
  if (room < 0) return text.slice(0, indexAtWidth(text, Math.max(0, columns)));
  return text.slice(0, indexAtWidth(text, room)) + ellipsis;
}

/** `text` if it fits in `columns`, else its start and its end around the ellipsis: for ids, whose number is what tells them apart. */
export function cutMiddle(text: string, columns: number, ellipsis = '…'): string {
  if (width(text) <= columns) return text;
  const room = columns - width(ellipsis);
  if (room < 2) return cutToWidth(text, columns, ellipsis);
  const head = text.slice(0, indexAtWidth(text, Math.ceil(room / 2)));
  return head + ellipsis + endWithin(text, room - width(head));
}

function endWithin(text: string, columns: number): string {
  const starts: number[] = [];
  for (let from = 0; from < text.length; from = endOfCluster(text, from)) starts.push(from);
  let start = text.length;
  for (let i = starts.length - 1; i >= 0 && width(text.slice(starts[i])) <= columns; i -= 1) start = starts[i]!;
  return text.slice(start);
}

/** `text` with blanks after it (before it with `right`) up to `columns`; longer text is left as it is. */
export function padToWidth(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const missing = columns - width(text);
  if (missing <= 0) return text;
  return align === 'left' ? text + ' '.repeat(missing) : ' '.repeat(missing) + text;
}

/** Tabs as blanks up to the next multiple of eight; `column` is where the text starts. */
export function expandTabs(text: string, column = 0): string {
  if (!text.includes('\t')) return text;
  let expanded = '';
  let at = column;
  for (const [i, part] of text.split('\t').entries()) {
    if (i > 0) {
      const blanks = toTabStop(at);
      expanded += ' '.repeat(blanks);
      at += blanks;
    }
    expanded += part;
    at += width(part, at);
  }
  return expanded;
}
