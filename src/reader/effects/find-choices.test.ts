/* What somebody types into the box who remembers an id badly. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HeadlessReader, openHeadlessReader } from '../../generate/headless-reader.ts';

const cable = (id: string, origin: string, subject: string) => ({
  id,
  origin,
  subject,
  created: `20${id.slice(0, 2)}-03-04 10:00`,
  body: `SUBJECT: ${subject}\n\n1. (U) Gauges.`,
});

let reader: HeadlessReader;
beforeAll(async () => {
  reader = await openHeadlessReader({
    size: { columns: 100, rows: 24 },
    source: [
      cable('09ANKARA876', 'Embassy Ankara', 'GAUGES AT THE BORDER'),
      cable('08ANKARA876', 'Embassy Ankara', 'NO GAUGES'),
      cable('09ANKARA12', 'Embassy Ankara', 'A HERON'),
      cable('09ROME876', 'Embassy Rome', 'DUCKS'),
      cable('09ROME8765', 'Embassy Rome', 'RECIPE 12 FOR RICE'),
      cable('07NICE12', 'Consulate Nice', 'THE SEA'),
    ],
  });
});
afterAll(() => reader.close());

/** The rows of the box: without the lines around them. */
async function typed(text: string): Promise<string[]> {
  await reader.press(':', ...text);
  const rows = reader
    .rows()
    .slice(2, -2)
    .map((row) => row.replaceAll(/ {2,}/g, ' ').trim())
    .filter(Boolean);
  await reader.press('esc');
  return rows;
}

const EXACT = '09ANKARA876 GAUGES AT THE BORDER';
const GUESS = '09ANKARA876 a guess: GAUGES AT THE BORDER';

it.each(['09 ankara 876', 'ANKARA 09 000876', '09ANKARA876_a'])('%s is the cable itself', async (text) => {
  expect((await typed(text))[0]).toContain(EXACT);
});

it.each(['09 ANKRA 876', '09ANKARRA876'])('%s is a guess, and the origin in that year another', async (text) => {
  const [first, second] = await typed(text);
  expect(first).toContain(GUESS);
  expect(second).toContain('Embassy Ankara a guess: origin, in 2009');
});

it('the number may come first, the newest cable stands first', async () => {
  const [first, second, third] = await typed('876 ankara');
  expect(first).toContain(EXACT);
  expect(second).toContain('08ANKARA876 NO GAUGES');
  expect(third).toContain('Embassy Ankara origin, 3');
});

it('a number and a year are of any origin', async () => {
  const rows = await typed('09 876');
  expect(rows.slice(0, 2).toSorted().join('\n')).toMatch(/09ANKARA876 GAUGES.*\n.*09ROME876 DUCKS/);
});

it('where the number is not there, the origin in that year is', async () => {
  expect((await typed('09 ankra 999'))[0]).toContain('Embassy Ankara a guess: origin, in 2009');
});

it('a number that may be a year is one too', async () => {
  expect((await typed('ankara 2009')).slice(0, 2).join('\n')).toContain('Embassy Ankara origin, in 2009');
});

it('an id that is only begun needs no guess', async () => {
  expect((await typed('09rome87')).join('\n')).not.toContain('origin, in');
});

it('words of a subject with a number are no id', async () => {
  const rows = await typed('rice 12');
  expect(rows[0]).toContain('RECIPE 12 FOR RICE');
  expect(rows.some((row) => row.includes('07NICE12 a guess: THE SEA'))).toBe(true);
});

it('what has no name stays in the box with what is wrong, so that what is typed next is no command', async () => {
  await reader.press(':', ...'qwxyz', 'enter');
  expect(reader.rows().slice(-2)).toEqual([expect.stringContaining('qwxyz: nothing has this name.'), expect.stringContaining('qwxyz')]);
  await reader.press('^u', ...'09ROME876', 'enter');
  expect(reader.rows()[0]).toContain('09ROME876');
  await reader.press('q');
});

it('a command is found by its name, and TAGS that no cable has are not offered', async () => {
  const rows = await typed('undo');
  expect(rows.slice(0, 2).join('\n')).toMatch(/^▌ z undo;.*\n *gz undo list /);
  expect(rows.join('\n')).not.toContain('UNDOF');
});
