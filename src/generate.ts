/* Everything that is made from the code: docs/ and the README's picture. `--check` fails where a file is stale. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './generate/generated-files.ts';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const check = process.argv.includes('--check');
const stale: string[] = [];

for (const [path, content] of await generatedFiles()) {
  if (read(at(path)) === content) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
}

if (check && stale.length > 0) {
  process.stderr.write(`Stale: ${stale.join(', ')}. Nothing was changed. Type: npm run fix\n`);
  process.exitCode = 1;
} else process.stdout.write(stale.length > 0 ? `made ${stale.join(', ')}\n` : 'generated files are fresh\n');

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
