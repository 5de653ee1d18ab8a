/* The document this project began with: text of one page, saved from a browser. Assertions only: its text stays where it is. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatCable } from '../../src/commands/reading/format-cable.ts';
import type { FoundCable } from '../../store/cable/cable.ts';
import { parseCable } from '../../store/cable/parse-cable.ts';
import { parsedView } from '../../store/cable/parsed-view.ts';
import { readSavedText } from '../../store/corpus/sources/saved-text.ts';
import { isHere, SEED } from './unpack.ts';

describe.skipIf(!isHere(SEED, 'the saved page'))('the saved page', () => {
  const cable = () => parseCable(readSavedText(readFileSync(SEED, 'utf8'), 'seed') as FoundCable);

  it('says what a person reads in it', () => {
    const view = parsedView(cable()) as Record<string, unknown> & {
      tags: string[];
      header: { precedence: string; to: unknown[]; info: unknown[] };
      paragraphs: { number: number; portion: string | null }[];
    };
    expect(view).toMatchObject({
      id: '09MEXICO586',
      created: '2009-02-27T23:36Z',
      released: '2011-08-30T01:44Z',
      classification: 'UNCLASSIFIED//FOR OFFICIAL USE ONLY',
      origin: 'Embassy Mexico',
      subject: 'NINTH ANNUAL TRAFFICKING IN PERSONS (TIP) REPORT - MEXICO',
      sections: 16,
      signature: 'BASSETT',
      problems: [],
    });
    expect(view.tags).toHaveLength(9);
    expect(view.header.precedence).toBe('ROUTINE');
    expect([view.header.to.length, view.header.info.length]).toEqual([1, 5]);
    expect(view.paragraphs.map(({ number }) => number)).toEqual(Array.from({ length: 43 }, (_, i) => i + 1));
    expect(view.paragraphs.map(({ portion }) => portion)).toEqual([null, null, ...Array(41).fill('SBU')]);
  });

  it('reads without page markers, in whole sentences, no line wider than the screen', () => {
    const text = formatCable(cable(), { width: 80, versions: 1, tags: [], only: null });
    expect(text).not.toMatch(/\d{8}\s+\d{3} OF \d{3}/);
    expect(text.match(/TAGS/g)).toHaveLength(1);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    // A sentence that a page interrupted goes on where it stopped.
    const { body, layout } = cable();
    const flat = text.replaceAll(/\s+/g, ' ');
    let interrupted = 0;
    for (const { start, end } of layout.pageMarkers) {
      const before = body.slice(0, start).trimEnd().split(/\s+/).slice(-3).join(' ');
      const after = body.slice(end).trimStart().split(/\s+/).slice(0, 3).join(' ');
      if (/[.:?!")]$/.test(before)) continue;
      interrupted += 1;
      expect(flat).toContain(`${before} ${after}`);
    }
    expect(interrupted).toBeGreaterThan(5);
  });
});
