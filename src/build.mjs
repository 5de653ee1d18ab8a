/* Makes dist/: the launcher, the command line, the reader and the workers as bundles that share chunks.
 *
 *     dist/cables.cjs   launcher, old syntax
 *     dist/main.js      command line; imports the reader only for the commands that show it
 *     dist/*.js         chunks and workers
 *
 * Runs on any Node that npm itself runs on.
 */
import { chmodSync, copyFileSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const workers = ['store/corpus/import/reading-worker.ts'];

const options = {
  absWorkingDir: at('.'),
  entryPoints: ['src/main.ts', ...workers],
  entryNames: '[name]',
  chunkNames: 'chunk-[name]-[hash]',
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  jsx: 'automatic',
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  external: ['react-devtools-core'],
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
  // CommonJS packages in an ESM bundle still call require for Node's own modules.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
};

/** Bundles once. */
export async function buildBundles() {
  startAfresh();
  await build(options);
}

/** Bundles now and after every change; `onBuilt` is called after each that succeeded. */
export async function watchBundles(onBuilt) {
  startAfresh();
  const tell = {
    name: 'tell',
    setup: ({ onEnd }) => onEnd(({ errors }) => (errors.length === 0 ? onBuilt() : undefined)),
  };
  const watching = await context({ ...options, plugins: [tell] });
  await watching.watch();
  return watching;
}

function startAfresh() {
  rmSync(at('dist'), { recursive: true, force: true });
  mkdirSync(at('dist'));
  copyFileSync(at('src/launcher.cjs'), at('dist/cables.cjs'));
  chmodSync(at('dist/cables.cjs'), 0o755);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await buildBundles();
