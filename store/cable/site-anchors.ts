/* The anchors the source site put before paragraphs, exactly: on the text without ¶, every number or capital letter at a line's beginning
 * that a full stop and a blank follow. So years and enumerators have anchors too, and `1.(SBU)` has none; old links keep their meaning.
 */

const ANCHOR = /(^|\n)[ ]*(\d+|[A-Z])\. /g;

/** `par1`, `parB`, ... with their places in the body, ¶ included; a name may occur more than once. */
export function findSiteAnchors(body: string): { readonly name: string; readonly start: number }[] {
  const plain = body.replaceAll('¶', '');
  const anchors: { name: string; start: number }[] = [];
  const place = placeWithoutMarks(body);
  for (const match of plain.matchAll(ANCHOR)) {
    const mark = match[2]!;
    const at = match.index + match[0].length - 2 - mark.length;
    anchors.push({ name: `par${mark}`, start: place(at) });
  }
  return anchors;
}

/** Offsets of the text without ¶ -> offsets of the body. Asked in ascending order. */
function placeWithoutMarks(body: string): (offset: number) => number {
  let marks = 0;
  let next = body.indexOf('¶');
  return (offset) => {
    while (next !== -1 && next <= offset + marks) {
      marks += 1;
      next = body.indexOf('¶', next + 1);
    }
    return offset + marks;
  };
}
