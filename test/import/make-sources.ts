/* Invented cables in the formats of the sources, small, with what the tests want to differ. */

export interface PageToMake {
  readonly id?: string;
  readonly edition?: '2010-11-29' | '2010-12' | '2011-04' | 'final';
  readonly created?: string;
  readonly released?: string;
  readonly classification?: string;
  readonly origin?: string;
  /** First line of the heading's subject; null writes the heading without one. */
  readonly subject?: string | null;
  /** HTML with raw line ends, written as the site writes them; null leaves the block out. */
  readonly header?: string | null;
  readonly body?: string;
  /** Rows of the cell table behind the first. */
  readonly rows?: string;
  readonly navigation?: string;
}

const COUNTERS = { '2010-11-29': 243, '2010-12': 1295, '2011-04': 6693, final: 251287 };

export const HEADER =
  'VZCZCXRO0007\nRR RUEHWEB\nDE RUEHAR #0812/01 3361407\nZNY CCCCC ZZH\nR 021407Z DEC 09\nFM AMEMBASSY ARCADIA\nTO RUEHC/SECSTATE WASHDC 1200';
export const BODY =
  "C O N F I D E N T I A L ARCADIA 000812 \n \nSIPDIS \n \nSUBJECT: HARBOUR DUES \n \n<a id='par1' href='#par1'>¶</a>1. (C) The harbour master spoke. \n \nROWAN";

/** A page as an edition of the site wrote it. */
export function makePage(page: PageToMake = {}): string {
  const { id = '09ARCADIA812', edition = '2011-04', header = HEADER, body = BODY, rows = '', subject = 'HARBOUR DUES' } = page;
  const { created = '2009-12-02 14:07', released = '2011-02-03 21:09', classification = 'CONFIDENTIAL', origin = 'Embassy Arcadia' } = page;
  const root = edition === '2010-11-29' ? '../../../' : '/';
  const pre = (text: string) => `<code><pre>${text.replaceAll('\n', '&#x000A;')}</pre></code>\n`;
  const cells: readonly (readonly [string, string])[] = [
    ['Reference ID', `<a href='${root}cable/2009/12/${id}.html'>${id}</a>`],
    [edition === '2010-11-29' ? 'Date' : 'Created', `<a href='${root}date/2009-12_0.html'>${created}</a>`],
    ...(edition === '2010-11-29' ? [] : ([['Released', `<a href='${root}reldate/2011-02-03_0.html'>${released}</a>`]] as const)),
    ['Classification', `<a href='${root}classification/1_0.html' title='unclassified'>${classification}</a>`],
    ['Origin', `<a href='${root}origin/1_0.html'>${origin}</a>`],
  ];
  return `<?xml version='1.0' encoding='utf-8' ?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html lang='en'>${edition === '2010-11-29' ? '\n<!-- Mirrored by HTTrack Website Copier/3.x -->' : ''}
<head><title>Cable Viewer</title></head>
<body>
<p>Currently released so far... ${COUNTERS[edition]} / 251,287</p>
${page.navigation ?? "<div class='nav'><table><tr><td><a href='/tag/PHUM_0.html'>PHUM</a></td></tr></table></div>"}
<div class='pane big'>
<h3>Viewing cable ${id}, ${subject ?? ''}</h3>
<table class='cable'>
<tr>
${cells.map(([head]) => `<th>${head}</th>`).join('\n')}
</tr>
<tr>
${cells.map(([, cell]) => `<td>\n${cell}\n</td>`).join('\n')}
</tr>
${rows}</table>
${header === null ? '' : pre(header)}${pre(body)}</div>
<script src='/static/js/cables.js' type='text/javascript'></script>
</body>
</html>
`;
}

export const LIST_PAGE = `<html><head><title>Cable Viewer</title></head><body>
<div class='paginator'>1 2 3</div>
<table class='cable'>
<tr><th>Reference ID</th><th>Subject</th><th>Created</th><th>Released</th><th>Classification</th><th>Origin</th></tr>
<tr><td><a href='/cable/2009/12/09ARCADIA812.html'>09ARCADIA812</a></td><td>HARBOUR DUES</td><td>2009-12-02 14:07</td><td>2011-02-03 21:09</td><td>CONFIDENTIAL</td><td>Embassy Arcadia</td></tr>
</table></body></html>`;

export interface RowToMake {
  readonly number?: number;
  readonly id?: string;
  readonly created?: string;
  readonly references?: string;
  readonly header?: string;
  readonly body?: string;
}

const quote = (field: string): string => `"${field.replaceAll(/[\\"]/g, '\\$&')}"`;

/** A record of cables.csv, line end included. */
export function makeCsvRow(row: RowToMake = {}): string {
  const { number = 1, id = '09ARCADIA812', created = '12/2/2009 14:07', references = '', header = HEADER } = row;
  const body = row.body ?? BODY.replaceAll(/<[^>]*>|¶/g, '');
  return `${[String(number), created, id, 'Embassy Arcadia', 'CONFIDENTIAL', references, header, body].map(quote).join(',')}\n`;
}

/** Many records, all different, of about `size` characters. */
export function makeCsv(count: number, size = 1000): string {
  let csv = '';
  for (let number = 1; number <= count; number++) {
    const id = `${String(5 + (number % 5)).padStart(2, '0')}CARDENA${number}`;
    const body = `UNCLAS CARDENA ${number}\n \n${`The "harbour" of Cardena, ${number}, was calm; path C:\\quay. \n`.repeat(Math.ceil(size / 55))}`;
    csv += makeCsvRow({ number, id, body, references: number % 3 ? `09ARCADIA${number}|08STATE1` : '' });
  }
  return csv;
}

/** The text of a page as a browser saves it. */
export function makeSavedText(id = '09ARCADIA812', body = BODY.replaceAll(/<[^>]*>|¶/g, '')): string {
  return `Keep Us Strong

Currently released so far... 251287 / 251,287

Browse by tag
AEMR ASEC AMGT

Viewing cable ${id}, HARBOUR DUES

Understanding cables
Every cable message consists of three parts:

Reference ID Created Released Classification Origin
${id} 2009-12-02 14:07 2011-08-30 01:44 CONFIDENTIAL//NOFORN Embassy Arcadia
${HEADER}
${body}
`;
}
