import { describe, expect, it } from 'vitest';
import { parseCable } from '../../../../store/cable/parse-cable.ts';
import { lineText } from '../../../text/fit-line.ts';
import { compareVersions } from './compare-versions.ts';
import { layoutComparison } from './layout-comparison.ts';

const cableOf = (...paragraphs: readonly string[]) =>
  parseCable({
    id: '09ARCADIA812',
    cells: {
      created: '2009-12-02 14:07',
      released: null,
      classification: 'SECRET',
      origin: 'Embassy Arcadia',
      subject: 'A DAM',
      links: [],
      articles: [],
    },
    headerText: '',
    body: `S E C R E T ARCADIA 000812\n\nE.O. 12958: N/A\nTAGS: PREL, PGOV\nSUBJECT: A DAM\n\n${paragraphs.join('\n\n')}\n`,
    source: { format: 'page', edition: 'final', path: 'x', sha256: 'x' },
  });

const REDACTED = cableOf(
  '1. (S) The minister met XXXXXXXXXXXX at the upper dam\nand did not stay.',
  '2. (S) Nothing else was said.',
  '3. (S) Comment: it rains.',
);
const WHOLE = cableOf(
  '1. (S) The minister met Ahmed the surveyor at the\nupper dam and did not stay.',
  '2. (S) Nothing else was said.',
  '3. (S) Comment: it pours.',
);

const drawn = (a: typeof WHOLE, b: typeof WHOLE) =>
  layoutComparison(a, compareVersions(a, b), 80, { paragraph: '¶', ellipsis: '…' }).map((line) => lineText(line).trimEnd());

describe('compareVersions', () => {
  it('tells what another version fills in from what it words otherwise', () => {
    const changes = compareVersions(REDACTED, WHOLE).flatMap(({ paragraph, changes: of }) =>
      of.filter(({ kind }) => kind !== 'same').map(({ kind, was, is }) => [paragraph, kind, was, is]),
    );
    expect(changes).toEqual([
      [0, 'filled', 'XXXXXXXXXXXX', 'Ahmed the surveyor'],
      [2, 'changed', 'rains.', 'pours.'],
    ]);
  });

  it('sees the same from the other side as a redaction', () =>
    expect(
      compareVersions(WHOLE, REDACTED)
        .flatMap(({ changes }) => changes)
        .find(({ kind }) => kind === 'redacted'),
    ).toEqual({
      kind: 'redacted',
      was: 'Ahmed the surveyor',
      is: 'XXXXXXXXXXXX',
    }));

  it('heeds neither how lines are broken nor ¶', () => {
    const broken = cableOf(
      '¶1. (S) The minister\nmet Ahmed the\nsurveyor at the upper dam and did not stay.',
      '¶2. (S) Nothing else was said.',
      '¶3. (S) Comment: it pours.',
    );
    expect(
      compareVersions(WHOLE, broken)
        .flatMap(({ changes }) => changes)
        .every(({ kind }) => kind === 'same'),
    ).toBe(true);
    expect(drawn(WHOLE, broken)[0]).toBe('  Both say the same, word for word.');
  });

  it('is laid out by paragraph, what is the same in one line', () =>
    expect(drawn(REDACTED, WHOLE)).toEqual([
      '  It fills in what is redacted here: ¶1',
      '  Other words: ¶3',
      '',
      '  the head  the same',
      '',
      '  ¶1',
      '    (S) The minister met [-XXXXXXXXXXXX-] {+Ahmed the surveyor+} at the upper',
      '    dam and did not stay.',
      '',
      '  ¶2  the same',
      '',
      '  ¶3',
      '    (S) Comment: it [-rains.-] {+pours.+}',
      '',
    ]));
});
