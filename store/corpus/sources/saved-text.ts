/* The text of a page as a person saves it from a browser: navigation, then
 *
 *     Viewing cable 09ARCADIA812, FIRST LINE OF THE SUBJECT
 *     ... help ...
 *     Reference ID Created Released Classification Origin
 *     09ARCADIA812 2009-12-02 14:07 2011-08-30 01:44 CONFIDENTIAL//NOFORN Embassy Arcadia
 *     <header lines>
 *     <body>
 *
 * Browsers put the columns on one line or on a line each, with blanks or tabs; nothing stands between header and body.
 */
import type { FoundCable } from '../../cable/cable.ts';
import { tidyId } from './cable-id.ts';
import type { Refused } from './refused.ts';

const HEADS = /^[ \t]*Reference ID\s+(?:Created|Date)\s+(?:Released\s+)?Classification\s+Origin[ \t]*$/im;
const DATE = String.raw`\d{4}-\d\d-\d\d(?:[ \t]+\d\d:\d\d)?`;
const CLASSES = String.raw`(?:UNCLASSIFIED|CONFIDENTIAL|SECRET)(?:\/\/(?:FOR OFFICIAL USE ONLY|NOFORN))?`;
const CELLS = new RegExp(String.raw`^\s*(\S+)\s+(${DATE})\s+(?:(${DATE})\s+)?(${CLASSES})\s+([^\n]+)(?:\n|$)`, 'i');
const ARTICLES = /^\s*Appears in these articles:[ \t]*\n((?:[ \t]*https?:\/\/[^\n]*\n)*)/i;
/** The first line of a body: a classification, in one word or in spaced letters. */
const BODY_LINE = /^[ \t]*(?:UNCLAS|UNCLASSIFIED|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T|LIMITED OFFICIAL USE)\b/i;
/** Lines of a header (5 FAH-2 H-320), and the sentence that stands for one. */
const HEADER_LINE =
  /^(?:VZCZC|[ZOPR]{2} [A-Z]{4}|DE [A-Z]{4}|ZN[RY] |[ZOPR](?: [ZOPR])? \d{6}Z|FM |TO |INFO |[A-Z]{4,8}\/|XMT |This record is a partial extract|\d{6}Z \w{3} \d\d)/;
/** Headers of real cables are at most 54 recipients long. */
const HEADER_LINES_AT_MOST = 200;

/** Whether the text has the row of heads that such a text must have. */
export const hasSavedHeads = (text: string): boolean => HEADS.test(text);

/**
 * Reads the text of one page.
 * @param path of the file below the imported tree, for the source
 * @param sha256 of the file's bytes, hex
 */
export function readSavedText(text: string, path: string, sha256 = ''): FoundCable | Refused {
  const lines = text.replaceAll('\r\n', '\n');
  const heads = HEADS.exec(lines);
  if (!heads) return { refused: 'no-cable', message: 'no cable in it: no line "Reference ID Created Released Classification Origin"' };
  const before = lines.slice(0, heads.index);
  const after = lines.slice(heads.index + heads[0].length);
  const row = CELLS.exec(after);
  if (!row)
    return { refused: 'truncated', message: 'the row of cells under "Reference ID ..." is missing or incomplete; save the page again' };
  const [whole, id, created, released, classification, origin] = row;
  const rest = after.slice(whole.length);
  const articles = ARTICLES.exec(rest);
  const { header, body } = splitHeader(rest.slice(articles?.[0].length ?? 0).replace(/^\n+/, ''));
  if (body.trim() === '') return { refused: 'truncated', message: 'the text ends before the cable begins; save the page again' };
  return {
    id: tidyId(id!),
    cells: {
      created: tidyBlanks(created!),
      released: released ? tidyBlanks(released) : null,
      classification: classification!,
      origin: origin!.trim() || null,
      subject: /^[ \t]*Viewing cable\s+[^,\n]+,[ \t]*(\S.*)$/m.exec(before)?.[1]?.trim() ?? null,
      links: [],
      articles:
        articles?.[1]
          ?.split('\n')
          .map((line) => line.trim())
          .filter(Boolean) ?? [],
    },
    headerText: header,
    body: body.replace(/\n+$/, ''),
    source: { format: 'text', edition: 'saved', path, sha256 },
  };
}

const tidyBlanks = (text: string): string => text.replaceAll(/[ \t]+/g, ' ');

/** The header ends before the first line that classifies the body; without one, after the last line that looks like a header's. */
function splitHeader(text: string): { readonly header: string; readonly body: string } {
  let at = 0;
  let headerEnd = 0;
  let seen = 0;
  for (const line of text.split('\n', HEADER_LINES_AT_MOST)) {
    if (BODY_LINE.test(line)) {
      headerEnd = at;
      break;
    }
    at += line.length + 1;
    if (HEADER_LINE.test(line)) {
      headerEnd = at;
      seen = 0;
    } else if (headerEnd > 0 && (seen += 1) > 60) break;
  }
  return { header: text.slice(0, headerEnd).replace(/\n+$/, ''), body: text.slice(headerEnd) };
}
