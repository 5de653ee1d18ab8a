import { describe, expect, it } from 'vitest';
import { BODY, HEADER, makeSavedText } from '../../../test/import/make-sources.ts';
import type { FoundCable } from '../../cable/cable.ts';
import { readSavedText } from './saved-text.ts';

const PLAIN_BODY = BODY.replaceAll(/<[^>]*>|¶/g, '');

describe('the text of a page saved from a browser', () => {
  it('gives cells, header and body', () => {
    expect(readSavedText(makeSavedText(), 'saved.txt', 'ab')).toEqual({
      id: '09ARCADIA812',
      cells: {
        created: '2009-12-02 14:07',
        released: '2011-08-30 01:44',
        classification: 'CONFIDENTIAL//NOFORN',
        origin: 'Embassy Arcadia',
        subject: 'HARBOUR DUES',
        links: [],
        articles: [],
      },
      headerText: HEADER,
      body: PLAIN_BODY,
      source: { format: 'text', edition: 'saved', path: 'saved.txt', sha256: 'ab' },
    });
  });

  it.each([
    ['tabs', (text: string) => text.replace('ID Created Released Classification Origin', 'ID\tCreated\tReleased\tClassification\tOrigin')],
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    [
      'a cell a line',
      (text: string) => text.replace('2009-12-02 14:07 2011-08-30 01:44 CONF', '\n2009-12-02 14:07\n2011-08-30 01:44\nCONF'),
    ],
    [
      'articles',
      (text: string) => text.replace('Embassy Arcadia\n', 'Embassy Arcadia\nAppears in these articles:\nhttp://paper.example/1\n'),
    ],
  ])('reads one with %s', (_, change) => {
    const found = readSavedText(change(makeSavedText()), 'x') as FoundCable;
    expect(found).toMatchObject({ id: '09ARCADIA812', headerText: HEADER, body: PLAIN_BODY });
    expect(found.cells).toMatchObject({ origin: 'Embassy Arcadia', released: '2011-08-30 01:44' });
  });

  it('takes all as header up to the last line of one where no line classifies the body', () => {
    const found = readSavedText(makeSavedText('09ARCADIA812', 'Dear harbour master,\nthe dues are high.'), 'x') as FoundCable;
    expect(found).toMatchObject({ headerText: HEADER, body: 'Dear harbour master,\nthe dues are high.' });
  });

  it.each([
    ['no heads', 'Reference desk, second floor', 'no-cable'],
    ['no cells', makeSavedText().slice(0, makeSavedText().indexOf('\n09ARCADIA812') + 14), 'truncated'],
    ['no body', makeSavedText('09ARCADIA812', ''), 'truncated'],
  ])('is refused with %s', (_, text, code) => {
    expect(readSavedText(text, 'x')).toMatchObject({ refused: code });
  });
});
