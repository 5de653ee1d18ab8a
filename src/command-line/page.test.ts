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
      const write = (part: string, taken: () => void) => {
        printed += part;
        taken();
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

describe('a text that comes in parts', () => {
  const ask = async (env: Record<string, string>, stdout: object) => {
    let asked = 0;
    async function* parts() {
      for (; asked < 1000; asked++) yield lines(1000);
    }
    await page(parts(), { env: { ...process.env, TERM: 'xterm', ...env }, stdout } as unknown as Surroundings);
    return asked;
  };

  it('is asked for no further when the pager is left', async () => {
    const stdout = { isTTY: true, rows: 24, columns: 80, write: () => true };
    expect(await ask({ CABLES_PAGER: 'head -n 1 > /dev/null' }, stdout)).toBeLessThan(100);
  });

  it('is printed where there is no such pager', async () => {
    let printed = 0;
    const write = (part: string, taken: () => void) => {
      printed += part.length;
      taken();
    };
    expect(await ask({ CABLES_PAGER: 'no-such-pager 2> /dev/null' }, { isTTY: true, rows: 24, columns: 80, write })).toBe(1000);
    expect(printed).toBe(lines(1000).length * 1000);
  });
});
