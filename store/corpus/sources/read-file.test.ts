import { describe, expect, it } from 'vitest';
import { makePage } from '../../../test/import/make-sources.ts';
import { readPage } from './page.ts';
import { readFile } from './read-file.ts';

describe('a page file', () => {
  it.each([0, 100, 2_000, 20_000])('reads the same with %i links of navigation as when all of it is decoded', (links) => {
    const html = makePage({ edition: 'final', navigation: "<li><a href='/tag/É_0.html'>É – ’</a></li>".repeat(links) });
    const bytes = Buffer.from(html);
    const [reading] = [...readFile(bytes, 'a.html')];
    const whole = readPage(html, 'a.html');
    expect(reading).toMatchObject({ problems: [], end: bytes.length, read: { ...whole, source: { edition: 'final', path: 'a.html' } } });
  });
});
