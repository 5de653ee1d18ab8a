import { afterEach, expect, it } from 'vitest';
import { type HeadlessReader, openHeadlessReader } from '../../../generate/headless-reader.ts';

const cable = (id: string, day: number, subject: string, ...paragraphs: string[]) => ({
  id,
  created: `2009-03-${String(day).padStart(2, '0')} 10:00`,
  origin: 'Embassy Arcadia',
  subject,
  body: [`UNCLASSIFIED ARCADIA 00000${id.slice(-1)}`, '', `SUBJECT: ${subject}`, '', ...paragraphs.flatMap((text) => [text, ''])].join(
    '\n',
  ),
});

/* Newest first: one with two hits, one found by its subject alone, one with three. */
const CABLES = [
  cable('09ARCADIA3', 3, 'DUCKS', '1. A heron.', '2. Another heron, on foot.'),
  cable('09ARCADIA2', 2, 'HERON SEEN', '1. Nothing else.'),
  cable('09ARCADIA1', 1, 'REEDS', '1. The heron stood.', '2. A heron flew.', '3. No\nheron was left.'),
];

let reader: HeadlessReader;
afterEach(() => reader.close());

const [title, hit, status] = [0, -1, -2].map((at) => () => reader.rows().at(at)!);

it('goes from hit to hit, past the last one to the next cable that has the words, be it in its subject, and back to the last of the one before', async () => {
  reader = await openHeadlessReader({ source: CABLES });
  await reader.press('/', ...'heron', 'enter');
  expect(reader.rows()[0]).toMatch(/1\/3 /);
  await reader.press('enter');
  expect([title!(), hit!()]).toEqual([expect.stringContaining('09ARCADIA3'), expect.stringContaining('hit 1 of 2 "heron"')]);
  await reader.press('n');
  expect(hit!()).toContain('hit 2 of 2');
  await reader.press('n');
  expect([title!(), status!()]).toEqual([expect.stringContaining('09ARCADIA2'), expect.stringContaining('in the subject alone')]);
  await reader.press('n');
  expect([title!(), hit!()]).toEqual([expect.stringContaining('09ARCADIA1'), expect.stringContaining('hit 1 of 3')]);
  expect(status!()).toContain('09ARCADIA1: the next cable with hits.');
  await reader.press('2', 'n');
  expect(hit!()).toContain('hit 3 of 3');
  await reader.press('n');
  expect(status!()).toContain('No further hit: the last cable of this list.');
  await reader.press('2', 'N', 'N', 'N');
  expect([title!(), hit!()]).toEqual([expect.stringContaining('09ARCADIA3'), expect.stringContaining('hit 2 of 2')]);
  expect(status!()).toContain('09ARCADIA3: the previous cable with hits.');
});

it('passes over a cable that the filter found by the other side of an OR, and does not record it as opened', async () => {
  reader = await openHeadlessReader({ source: CABLES });
  await reader.press('/', ...'foot OR id:09ARCADIA2 OR stood', 'enter', 'enter', 'n');
  expect([title!(), hit!()]).toEqual([expect.stringContaining('09ARCADIA1'), expect.stringContaining('hit 1 of 1')]);
  await reader.press('g', 'h', 'g', 'l');
  expect(reader.rows().join('\n')).not.toMatch(/(?:opened|read) +09ARCADIA2/);
});

it('stays in the cable with words of its own', async () => {
  reader = await openHeadlessReader({ source: CABLES });
  await reader.press('/', ...'heron', 'enter', 'enter', '/', ...'foot', 'enter', 'n');
  expect([title!(), hit!(), status!()]).toEqual([
    expect.stringContaining('09ARCADIA3'),
    expect.stringContaining('hit 1 of 1 "foot"'),
    expect.stringContaining('The first hit again.'),
  ]);
});

it('leaves one where one was, with the hits one had, where nothing is found', async () => {
  reader = await openHeadlessReader({ source: CABLES });
  await reader.press(':', ...'09ARCADIA1', 'enter', 'p', '/', ...'reeds');
  await reader.press('esc');
  const before = reader.rows().slice(0, -2);
  await reader.press('/', ...'no');
  expect(reader.rows().slice(0, -2)).not.toEqual(before);
  await reader.press(...'xz', 'enter');
  expect(reader.rows().slice(0, -2)).toEqual(before);
  expect(status!()).toContain('noxz: not in this cable.');
  await reader.press('n');
  expect(status!()).toContain('nothing to find');
  await reader.press('/', ...'heron', 'enter', 'n', '/', ...'noxz', 'enter', 'n');
  expect(hit!()).toContain('hit 3 of 3 "heron"');
});

it('says once that the whole word finds fewer than its beginning did while it was typed', async () => {
  reader = await openHeadlessReader({ source: CABLES });
  await reader.press('/', ...'foo');
  expect(reader.rows()[0]).toMatch(/1\/1 /);
  await reader.press('^u', ...'anothe', '^u', ...'no');
  expect(reader.rows()[0]).toMatch(/1\/2 /);
  await reader.press('enter');
  expect(reader.rows()[0]).toMatch(/1\/1 /);
  expect(status!()).toContain('1 with no as a whole word; no* finds 2');
  await reader.press('j');
  expect(status!()).not.toContain('no*');
});
