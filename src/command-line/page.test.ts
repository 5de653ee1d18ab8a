import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Surroundings } from './command.ts';
import { page } from './page.ts';

const folder = mkdtempSync(join(tmpdir(), 'cables-page-'));
afterAll(() => rmSync(folder, { recursive: true }));

const lines = (count: number, width = 10) => `${'x'.repeat(width)}\n`.repeat(count);

describe('a pager is opened', () => {
  it.each([
    ['for what is longer than the screen', lines(24), {}, true],
    ['where long lines wrap past the end of the screen', lines(12, 161), {}, true],
    ['not for what stands on it', lines(23), {}, false],
    ['not for two lines on a terminal that does not know its size', lines(2), { rows: 0, columns: 0 }, false],
    ['not where text cannot be placed', lines(100), { TERM: 'dumb' }, false],
    ['not through a pipe', lines(100), { isTTY: false }, false],
  ])(
    '%s',
    async (name, text, { TERM = 'xterm', ...screen }: { TERM?: string; rows?: number; columns?: number; isTTY?: boolean }, paged) => {
      const file = join(folder, name.replaceAll(' ', '-'));
      let printed = '';
      const write = (part: string) => {
        printed += part;
        return true;
      };
      const around = {
        env: { ...process.env, TERM, CABLES_PAGER: `cat > ${file}` },
        stdout: { isTTY: true, rows: 24, columns: 80, ...screen, write },
      } as unknown as Surroundings;
      await page(text, around);
      expect(paged ? readFileSync(file, 'utf8') : printed).toBe(text);
      expect(existsSync(file)).toBe(paged);
    },
  );
});
