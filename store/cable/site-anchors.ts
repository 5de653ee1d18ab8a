/* The anchors the source site put before paragraphs, exactly: on the text without ¶, every number or capital letter at a line's beginning
 * that a full stop and a blank follow. So years and enumerators have anchors too, and `1.(SBU)` has none; old links keep their meaning.
 */

const ANCHOR = /[ ]*(\d+|[A-Z])\. /y;

/** `par1`, `parB`, ... with their places in the body, ¶ included; a name may occur more than once. */
export function findSiteAnchors(body: string): { readonly name: string; readonly start: number }[] {
  const plain = body.replaceAll('¶', '');
  const anchors: { name: string; start: number }[] = [];
  const place = placeWithoutMarks(body);
  for (let line = 0; ; ) {
    const mark = mayBeAnchor(plain, line) ? markAt(plain, line) : null;
    if (mark !== null) anchors.push({ name: `par${mark}`, start: place(ANCHOR.lastIndex - 2 - mark.length) });
    const end = plain.indexOf('\n', line);
    if (end === -1) return anchors;
    line = end + 1;
  }
}

/** By its first sign, which rules most lines out: a digit, or a letter with a full stop. */
function mayBeAnchor(text: string, line: number): boolean {
  let at = line;
  while (text.charCodeAt(at) === 32) at += 1;
  const sign = text.charCodeAt(at);
  return (sign >= 48 && sign <= 57) || text.charCodeAt(at + 1) === 46;
}

function markAt(text: string, line: number): string | null {
  ANCHOR.lastIndex = line;
  return ANCHOR.exec(text)?.[1] ?? null;
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
