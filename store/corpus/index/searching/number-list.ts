/* Many numbers come out of SQLite as one text, by group_concat: several times as fast as a row at a time. */

/** `12,13,40` -> numbers. */
export function readNumberList(list: string): Uint32Array {
  if (list === '') return new Uint32Array(0);
  const numbers = new Uint32Array((list.length >>> 1) + 1);
  let count = 0;
  let number = 0;
  for (let at = 0; at < list.length; at++) {
    const code = list.charCodeAt(at);
    if (code === 44) {
      numbers[count++] = number;
      number = 0;
    } else number = number * 10 + code - 48;
  }
  numbers[count++] = number;
  return numbers.subarray(0, count);
}
