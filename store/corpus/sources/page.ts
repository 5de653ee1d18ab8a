/* A page of the site's tree, of any edition.
 *
 *     ... navigation, 60 to 185 KB, the same on every page: skipped unparsed ...
 *     <table class='cable'>  a row of heads, a row of cells [, a row of articles]  </table>
 *     <code><pre> header </pre></code>        absent on some pages of some editions
 *     <code><pre> body, with ¶ and links to tag lists </pre></code>
 *
 * Only what begins at the table is given to the HTML parser.
 */
import { Parser } from 'htmlparser2';
import type { Cells, Edition, FoundCable } from '../../cable/cable.ts';
import { tidyId } from './cable-id.ts';
import type { Refused } from './refused.ts';

const TABLE = /<table\s[^>]*class=(['"])cable\1/i;
/** The site's own pages that hold no cable: lists, help, the front page. */
const SITE =
  /<title>\s*(?:Cable Viewer|Secret US Embassy Cables)|released so far\.\.\.|class=['"]paginator['"]|(?:href|src)=['"][^'"]*\bstatic\/(?:css|js|gfx)\//i;

const CUT_OFF: Refused = { refused: 'truncated', message: 'the page ends before the cable does; save it again' };

/** Elements that stand in the blocks of real pages. Any other `<word>` there is text that was not escaped. */
const MARKUP = new Set('a abbr b big br center code div em font hr i p pre small span strong sub sup table tbody td th tr tt u'.split(' '));

/**
 * Reads one page.
 * @param path of the file below the imported tree, for the source
 * @param sha256 of the file's bytes, hex
 */
export function readPage(html: string, path: string, sha256 = ''): FoundCable | Refused {
  const start = findTable(html);
  const before = start === -1 ? html : html.slice(0, start);
  if (start === -1) {
    if (!SITE.test(before)) return { refused: 'no-cable', message: 'no cable in it: the page has no table of a cable' };
    return /<\/html>/i.test(before) ? { refused: 'list-page', message: 'a page of the site without a cable: passed over' } : CUT_OFF;
  }
  const page = readTableAndBlocks(html.slice(start));
  if (page.heads.includes('subject')) return { refused: 'list-page', message: 'a list of cables, not a cable: passed over' };
  const cell = (name: string): string | null => {
    const column = page.heads.indexOf(name);
    return column === -1 ? null : page.cells[column]?.replaceAll(/\s+/g, ' ').trim() || null;
  };
  const id = cell('reference id');
  const body = page.blocks.at(-1);
  if (id === null || body === undefined || !page.complete) {
    return CUT_OFF;
  }
  const cells: Cells = {
    created: cell('created') ?? cell('date'),
    released: cell('released'),
    classification: cell('classification'),
    origin: cell('origin'),
    subject: readHeading(before),
    links: [...new Set(page.links)],
    articles: [...new Set(page.articles)],
  };
  return {
    id: tidyId(id),
    cells,
    headerText: page.blocks.length > 1 ? page.blocks[0]! : '',
    body,
    source: { format: 'page', edition: tellEdition(page.heads, before, cells.released), path, sha256 },
  };
}

/** The site writes the tag in one way; other tools that copied it may not. */
function findTable(html: string): number {
  const exact = html.indexOf("<table class='cable'>");
  return exact === -1 ? html.search(TABLE) : exact;
}

interface PageParts {
  /** Lower case. */
  readonly heads: readonly string[];
  readonly cells: readonly string[];
  readonly blocks: readonly string[];
  readonly links: readonly string[];
  readonly articles: readonly string[];
  /** Whether the page goes on after the last block, as a whole page does. */
  readonly complete: boolean;
}

function readTableAndBlocks(html: string): PageParts {
  const heads: string[] = [];
  const cells: string[] = [];
  const blocks: string[] = [];
  const links: string[] = [];
  const articles: string[] = [];
  let open: 'th' | 'td' | 'pre' | null = null;
  let text = '';
  let link: string | null = null;
  let lineBreak = false;
  let ended = false;

  const append = (data: string) => {
    /* A stray <br> stands before the line end it means: only where none follows does it become one. */
    if (lineBreak && !data.startsWith('\n')) text += '\n';
    lineBreak = false;
    text += data;
    if (link !== null) link += data;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open === 'pre') {
          if (!MARKUP.has(name)) append(html.slice(parser.startIndex, parser.endIndex + 1));
          else if (name === 'br') lineBreak = true;
          else if (name === 'a' && /(?:^|\/)tag\//.test(attributes['href'] ?? '')) link = '';
        } else if (name === 'th' || name === 'td' || (name === 'pre' && blocks.length < 2)) {
          open = name;
          text = '';
          lineBreak = false;
        } else if (name === 'a' && open === 'td' && heads.length > 0 && cells.length >= heads.length && attributes['href']) {
          articles.push(attributes['href']);
        }
      },
      ontext(data) {
        if (open !== null) append(data);
      },
      onclosetag(name, implied) {
        if (name === 'a' && link !== null) {
          if (link.trim() !== '') links.push(link.trim());
          link = null;
        }
        if (name === 'body' || name === 'html') ended ||= !implied;
        if (implied || (open === 'pre' && !MARKUP.has(name))) return;
        if (name !== open) return;
        if (name === 'th') heads.push(text.replaceAll(/\s+/g, ' ').trim().toLowerCase());
        else if (name === 'td') cells.push(text);
        else blocks.push(text);
        open = null;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  /* One block is a whole page only where the page's end is there too: else the second may be what is missing. */
  const complete = open !== 'pre' && (blocks.length === 2 || ended || /<\/(?:body|html)>/i.test(html));
  return { heads, cells, blocks, links, articles, complete };
}

/** `<h3>Viewing cable ID, SUBJECT</h3>`: the first physical line of the subject, or nothing. */
function readHeading(before: string): string | null {
  const at = before.lastIndexOf('Viewing cable ');
  if (at === -1) return null;
  const heading = /^Viewing cable\s+[^,<]+,\s*([\s\S]*?)<\/h3>/i.exec(before.slice(at))?.[1];
  if (!heading) return null;
  let text = '';
  new Parser({ ontext: (data) => (text += data) }, { decodeEntities: true }).end(heading);
  return text.replaceAll(/\s+/g, ' ').trim() || null;
}

/**
 * The first edition has one Date column. The later ones have the same columns, but count what was released so far
 * (243, 1,295, 1,862, 6,693, ... 251,287), and nearly all cables of the final one were released in August 2011 or later.
 */
export function tellEdition(heads: readonly string[], before: string, released: string | null): Edition {
  if (!heads.includes('released')) return '2010-11-29';
  const counter = /released so far\.*\s*([\d,]+)\s*\//i.exec(before)?.[1];
  if (counter !== undefined) {
    const count = Number(counter.replaceAll(',', ''));
    return count < 3_000 ? '2010-12' : count < 200_000 ? '2011-04' : 'final';
  }
  if (released === null) return '2011-04';
  return released >= '2011-08' ? 'final' : released >= '2011' ? '2011-04' : '2010-12';
}
