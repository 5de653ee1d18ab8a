import { describe, expect, it } from 'vitest';
import { BODY, HEADER, LIST_PAGE, makePage, type PageToMake } from '../../../test/import/make-sources.ts';
import type { FoundCable } from '../../cable/cable.ts';
import { readPage } from './page.ts';

const read = (page: PageToMake = {}) => readPage(makePage(page), 'cable/2009/12/09ARCADIA812.html', 'ab') as FoundCable;
const PLAIN_BODY = BODY.replaceAll(/<[^>]*>/g, '');

describe('a page', () => {
  it('gives cells, header and body as found', () => {
    expect(read()).toEqual({
      id: '09ARCADIA812',
      cells: {
        created: '2009-12-02 14:07',
        released: '2011-02-03 21:09',
        classification: 'CONFIDENTIAL',
        origin: 'Embassy Arcadia',
        subject: 'HARBOUR DUES',
        links: [],
        articles: [],
      },
      headerText: HEADER,
      body: PLAIN_BODY,
      source: { format: 'page', edition: '2011-04', path: 'cable/2009/12/09ARCADIA812.html', sha256: 'ab' },
    });
  });

  it.each(['2010-11-29', '2010-12', '2011-04', 'final'] as const)('tells edition %s', (edition) => {
    const found = read({ edition });
    expect(found.source.edition).toBe(edition);
    expect(found.cells.created).toBe('2009-12-02 14:07');
    expect(found.cells.released).toBe(edition === '2010-11-29' ? null : '2011-02-03 21:09');
    expect(found.cells.classification).toBe('CONFIDENTIAL');
    expect(found.body).toBe(PLAIN_BODY);
  });

  it.each([
    ['2011-08-30 01:44', 'final'],
    ['2011-02-03 21:09', '2011-04'],
    ['2010-12-05 12:12', '2010-12'],
  ])('without the counter, released %s is edition %s', (released, edition) => {
    const html = makePage({ released }).replace(/<p>Currently.*<\/p>/, '');
    expect((readPage(html, 'x') as FoundCable).source.edition).toBe(edition);
  });

  it('takes the one block of a page without header as the body', () => {
    expect(read({ header: null })).toMatchObject({ headerText: '', body: PLAIN_BODY });
  });

  it('collects the tag links of the body in order, without repeats, and leaves their words', () => {
    const link = (tag: string) => `<a href='/tag/${tag}_0.html'>${tag}</a>`;
    const found = read({ body: `TAGS: ${link('EAIR')} ${link('PREL')} ${link('EAIR')}\nUNCLAS` });
    expect(found.cells.links).toEqual(['EAIR', 'PREL']);
    expect(found.body).toBe('TAGS: EAIR PREL EAIR\nUNCLAS');
  });

  it('reads relative tag links and rewritten anchors', () => {
    const found = read({
      body: "TAGS: <a href='../../../tag/EAIR_0.html'>EAIR</a>\n<a id='par1' href='09ARCADIA812.html#par1'>¶</a>1. Text",
    });
    expect(found.cells.links).toEqual(['EAIR']);
    expect(found.body).toBe('TAGS: EAIR\n¶1. Text');
  });

  it('lists the articles of the further row, as written', () => {
    const rows = `<tr>\n<td colspan='5'>\nAppears in these articles:<br />\n<a href='http://not'>http://not</a><br />\n<a href='http://paper.example/1'>http://paper.example/1</a><br />\n</td>\n</tr>\n`;
    expect(read({ rows }).cells.articles).toEqual(['http://not', 'http://paper.example/1']);
  });

  it.each([
    ['a <br> before a line end', 'SIPDIS <br>\nTO EUR <br>\n', 'SIPDIS \nTO EUR \n'],
    ['a <br> without one', 'SIPDIS<br>TO EUR', 'SIPDIS\nTO EUR'],
    ['the end of a table', 'ROWAN \n</td></tr>\n</table>', 'ROWAN \n\n'],
    ['bold letters', '<strong>SUBJECT:</strong> <em>Dues</em>', 'SUBJECT: Dues'],
    ['what is not a tag', 'MAIL <rowan@example.org> &lt;&lt;142&gt;&gt; 5 < 6', 'MAIL <rowan@example.org> <<142>> 5 < 6'],
    ['entities', 'Q&amp;A &quot;dues&quot; caf&eacute; &#x2019;', 'Q&A "dues" café ’'],
  ])('keeps the text around %s', (_, body, text) => {
    expect(read({ body }).body).toBe(text);
  });

  it('has no subject where the heading has none', () => {
    expect(read({ subject: null }).cells.subject).toBeNull();
  });

  it('decodes the heading', () => {
    expect(read({ subject: 'DUES &amp; <i>TOLLS</i>' }).cells.subject).toBe('DUES & TOLLS');
  });

  it.each([
    [' 09ARCADIA000812 ', '09ARCADIA812'],
    ['09arcadia812_a', '09ARCADIA812'],
    ['092OF5', '092OF5'],
    ['06ASTANA', '06ASTANA'],
  ])('writes the id %j as %s', (id, tidy) => {
    expect(read({ id }).id).toBe(tidy);
  });

  it('does not build the navigation', () => {
    expect(read({ navigation: '<pre><table>'.repeat(5000) }).body).toBe(PLAIN_BODY);
  });
});

describe('what is no page of a cable', () => {
  const whole = makePage();
  it.each([
    ['a list', LIST_PAGE, 'list-page'],
    ['another page of the site', '<html><title>Cable Viewer</title><p>Frequently asked</p></html>', 'list-page'],
    ['any other page', '<html><body>Weather</body></html>', 'no-cable'],
    ['one cut in the navigation', whole.slice(0, whole.indexOf('<td>')), 'truncated'],
    ['one cut in the table', whole.slice(0, whole.indexOf('<td>\n') + 20), 'truncated'],
    ['one cut in the body', whole.slice(0, whole.indexOf('harbour master')), 'truncated'],
    ['one cut between the blocks', whole.slice(0, whole.indexOf('</pre></code>') + 14), 'truncated'],
  ])('%s is refused', (_, html, code) => {
    expect(readPage(html, 'x')).toMatchObject({ refused: code });
  });
});
