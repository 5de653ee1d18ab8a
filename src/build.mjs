/* Makes dist/: the launcher, the command line, the reader and the workers as bundles that share chunks.
 *
 *     dist/cables.cjs   launcher, old syntax
 *     dist/main.js      command line; imports the reader only for the commands that show it
 *     dist/*.js         chunks and workers
 *
 * Runs on any Node that npm itself runs on.
 */
import { chmodSync, copyFileSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** Built aside and then put in place, so that a build that fails leaves the last good one. */
const aside = `dist.${process.pid}`;
const workers = readdirSync(at('store'), { recursive: true })
  .filter((path) => path.endsWith('-worker.ts'))
  .map((path) => `store/${path}`);

const options = {
  absWorkingDir: at('.'),
  entryPoints: ['src/main.ts', ...workers],
  entryNames: '[name]',
  chunkNames: 'chunk-[name]-[hash]',
  outdir: aside,
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

/** Bundles once. @throws where the code does not build; dist/ stays as it was */
export async function buildBundles() {
  try {
    mkdirSync(at(aside));
    await build(options);
    putInPlace(aside);
  } finally {
    rmSync(at(aside), { recursive: true, force: true });
  }
}

/** Bundles now and after every change; `onBuilt` is called after each that succeeded. */
export async function watchBundles(onBuilt) {
  rmSync(at('dist'), { recursive: true, force: true });
  mkdirSync(at('dist'));
  addLauncher('dist');
  const tell = {
    name: 'tell',
    setup: ({ onEnd }) => onEnd(({ errors }) => (errors.length === 0 ? onBuilt() : undefined)),
  };
  const watching = await context({ ...options, outdir: 'dist', plugins: [tell] });
  await watching.watch();
  return watching;
}

function putInPlace(built) {
  addLauncher(built);
  const old = `${built}.old`;
  try {
    renameSync(at('dist'), at(old));
  } catch {
    // The first build: there is none yet.
  }
  renameSync(at(built), at('dist'));
  rmSync(at(old), { recursive: true, force: true });
}

function addLauncher(folder) {
  copyFileSync(at('src/launcher.cjs'), at(`${folder}/cables.cjs`));
  chmodSync(at(`${folder}/cables.cjs`), 0o755);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await buildBundles();
