import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles the demo as the program itself is bundled, and returns its path. `name` keeps builds of several test files apart. */
export const buildDemo = (name: string): Promise<string> => bundle('demo.ts', name);

/** @param entry beside this file. @returns the path of the bundle */
export async function bundle(entry: string, name: string): Promise<string> {
  const folder = at(`../../node_modules/.cache/cables-demo/${name}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [at(entry)],
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
  return `${folder}/${entry.replace(/^.*\/|\.tsx?$/g, '')}.mjs`;
}
