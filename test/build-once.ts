/* Stories run the program that people run: the bundles. Built once before all tests. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export default function setup(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('../src/build.mjs', import.meta.url)), '--if-needed'], { stdio: 'inherit' });
}
