import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles the demo as the program itself is bundled, and returns its path. `name` keeps builds of several test files apart. */
export async function buildDemo(name: string): Promise<string> {
  const folder = at(`../../node_modules/.cache/cables-demo/${name}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [at('demo.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    logLevel: 'warning',
    external: ['react-devtools-core'],
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  });
  return `${folder}/demo.mjs`;
}
