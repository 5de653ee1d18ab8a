/* Every real page: anchors as the page has them, TAGS at least those it links, subjects wherever the text has one. Figures are printed. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Cable, FoundCable } from '../../store/cable/cable.ts';
import { parseCable } from '../../store/cable/parse-cable.ts';
import { isKnownTag } from '../../store/cable/vocabulary/tags.ts';
import { readPage } from '../../store/corpus/sources/page.ts';
import { isRefused } from '../../store/corpus/sources/refused.ts';
import { isHere, REAL, readRealPages } from './unpack.ts';

/** Where the page links a word that is no tag of the cable. */
const TAGS_EXCEPTED: Readonly<Record<string, string>> = {
  '00HARARE5461': 'the page links both halves of a party whose name is written with a hyphen',
};

/** Where a label stands in the text and is none of its own head's. */
const SUBJECTS_EXCEPTED: Readonly<Record<string, string>> = {
  '06LIMA2366': 'a whole record of a database stands between TAGS and subject',
};

describe.skipIf(!isHere(REAL, 'the bodies of real cables'))('the bodies of real cables', () => {
  let read: { html: string; found: FoundCable; cable: Cable }[];
  let ms = 0;
  let lists = 0;
  beforeAll(() => {
    read = readRealPages().flatMap(({ path, html }) => {
      const found = readPage(html, path);
      if (isRefused(found)) {
        lists += 1;
        expect(found.refused).toBe('list-page');
        return [];
      }
      const started = performance.now();
      const cable = parseCable(found);
      ms += performance.now() - started;
      return [{ html, found, cable }];
    });
  });

  it('are all read', () => {
    expect(read).toHaveLength(622);
    expect(lists).toBe(4);
    process.stdout.write(`bodies: ${read.length} pages, ${(ms / read.length).toFixed(2)} ms each\n`);
  });

  it('have the anchors of their pages', () => {
    for (const { html, found, cable } of read) {
      const anchors = [...html.slice(html.indexOf("<table class='cable'")).matchAll(/<a id='(par[^']+)'/g)].map(([, name]) => name);
      expect([found.id, cable.anchors.map(({ name }) => name)]).toEqual([found.id, anchors]);
      for (const { name, start } of cable.anchors) expect(found.body.startsWith(name.slice(3), start)).toBe(true);
    }
  });

  it('have at least the TAGS that the page links', () => {
    let tags = 0;
    for (const { found, cable } of read) {
      if (TAGS_EXCEPTED[found.id]) continue;
      const known = new Set(cable.tags.flatMap(({ tag, original }) => [tag, original.toUpperCase()]));
      tags += cable.tags.length;
      expect([found.id, found.cells.links.filter((link) => isKnownTag(link) && !known.has(link.toUpperCase()))]).toEqual([found.id, []]);
    }
    process.stdout.write(`TAGS: ${tags} in ${read.length} cables\n`);
  });

  it('have a subject wherever the text has one', () => {
    let missing = 0;
    for (const { found, cable } of read) {
      if (cable.layout.fields.some(({ name }) => name === 'subject')) {
        expect(cable.subject!.length).toBeGreaterThan(7);
        continue;
      }
      missing += 1;
      if (!SUBJECTS_EXCEPTED[found.id])
        expect([found.id, /\bS?UBJ[A-Z]*\s*[:.;]/i.exec(found.body.slice(0, 5000))?.[0]]).toEqual([found.id, undefined]);
    }
    process.stdout.write(`subjects: ${missing} texts have none\n`);
  });

  it('are laid out in order, every span inside the text', () => {
    for (const { found, cable } of read) {
      let last = 0;
      for (const { start, end } of cable.layout.blocks) {
        expect([found.id, start >= last && end >= start && end <= found.body.length]).toEqual([found.id, true]);
        last = end;
      }
    }
  });

  it('are read in time, also hostile ones', () => {
    const hostile: FoundCable = {
      ...read[0]!.found,
      body: `${read[0]!.found.body.slice(0, 400)}\n${'A 1. (C) X '.repeat(100_000)}\n${'x'.repeat(500_000)}`,
    };
    const started = performance.now();
    parseCable(hostile);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
