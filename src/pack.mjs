/* The published package carries no Node of its own: that is for clones. `--strip` before packing, `--restore` after. */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const manifest = fileURLToPath(new URL('../package.json', import.meta.url));
const kept = `${manifest}.kept`;

if (process.argv.includes('--strip')) {
  copyFileSync(manifest, kept);
  const { optionalDependencies: _, ...published } = JSON.parse(readFileSync(manifest, 'utf8'));
  writeFileSync(manifest, `${JSON.stringify(published, null, 2)}\n`);
} else {
  copyFileSync(kept, manifest);
  rmSync(kept);
}
