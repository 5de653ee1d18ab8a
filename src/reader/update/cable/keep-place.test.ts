import { afterEach, expect, it } from 'vitest';
import { type HeadlessReader, openHeadlessReader } from '../../../generate/headless-reader.ts';

const paragraphs = Array.from(
  { length: 30 },
  (_, i) => `${i + 1}. (U) ${'The river was high that week. '.repeat(9)}${i === 20 ? 'A heron stood.' : `It fell on day ${i + 1}.`}`,
);
const SOURCE = [
  { id: '09ARCADIA1', created: '2009-03-01 10:00', origin: 'Embassy Arcadia', subject: 'RIVER', body: paragraphs.join('\n\n') },
];

let reader: HeadlessReader;
afterEach(() => reader.close());

const screen = () => reader.rows().join('\n');

it.each([
  { columns: 40, rows: 12 },
  { columns: 200, rows: 50 },
])('keeps the hit in view at $columns x $rows, and the paragraph in the footer', async (size) => {
  reader = await openHeadlessReader({ source: SOURCE });
  await reader.press(':', ...'09ARCADIA1', 'enter', '/', ...'heron', 'enter');
  expect(screen()).toContain('heron stood');
  await reader.resize(size);
  expect(reader.rows().slice(0, -2).join('\n')).toContain('heron');
  await reader.press('esc', '1', '5', 'G');
  await reader.resize({ columns: 80, rows: 24 });
  expect(screen()).toMatch(/15\. \(U\)/);
  expect(screen()).toContain('¶15 of 30');
});
