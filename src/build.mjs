/* Makes dist/: the launcher, the program, Ink, the workers.
 *
 *     dist/cables.cjs   launcher, old syntax
 *     dist/main.cjs     all of ours and the libraries, each part evaluated when it is wanted
 *     dist/shell.js     Ink and React, loaded once the first frame was painted
 *     dist/*-worker.js  threads of an import
 *
 * The program is one CommonJS file because that starts fastest: forty chunks take forty times the module loader, and an ESM import of
 * one of Node's own modules touches all its lazy parts (fs loads streams, crypto loads WebCrypto).
 *
 *     node src/build.mjs               builds
 *     node src/build.mjs --if-needed   builds where a source is newer than dist/, and says so
 *
 * Runs on any Node that npm itself runs on.
 */
import { chmodSync, copyFileSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** Built aside and then put in place, so that a build that fails leaves the last good one. */
const aside = `dist.${process.pid}`;
const workers = readdirSync(at('store'), { recursive: true })
  .filter((path) => path.endsWith('-worker.ts'))
  .map((path) => `store/${path}`);

const common = {
  absWorkingDir: at('.'),
  entryNames: '[name]',
  chunkNames: 'chunk-[name]-[hash]',
  outdir: aside,
  bundle: true,
  platform: 'node',
  target: 'node24',
  jsx: 'automatic',
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  external: ['react-devtools-core'],
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
};

const inkApart = {
  name: 'ink-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/shell\.tsx$/ }, ({ kind }) => (kind === 'dynamic-import' ? { path: './shell.js', external: true } : undefined)),
};

const program = {
  ...common,
  entryPoints: ['src/main.ts'],
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { ...common.define, 'import.meta.url': '__importMetaUrl' },
  banner: { js: "const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [inkApart],
};

const apart = {
  ...common,
  entryPoints: ['src/reader/shell.tsx', ...workers],
  splitting: true,
  format: 'esm',
  // CommonJS packages in an ESM bundle still call require for Node's own modules.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
};

/** Bundles once. @throws where the code does not build; dist/ stays as it was */
export async function buildBundles() {
  const { build } = await import('esbuild');
  const begun = new Date();
  try {
    mkdirSync(at(aside));
    await Promise.all([build(program), build(apart)]);
    addLauncher(aside);
    // As old as the sources that were read: what is saved while it builds is newer.
    utimesSync(at(`${aside}/cables.cjs`), begun, begun);
    putInPlace(aside);
  } finally {
    rmSync(at(aside), { recursive: true, force: true });
  }
}

/** Bundles now and after every change; `onBuilt` is called after each that succeeded, once both halves are there. */
export async function watchBundles(onBuilt) {
  const { context } = await import('esbuild');
  rmSync(at('dist'), { recursive: true, force: true });
  mkdirSync(at('dist'));
  addLauncher('dist');
  const good = new Set();
  const tell = (half) => ({
    name: 'tell',
    setup: ({ onEnd }) =>
      onEnd(({ errors }) => {
        if (errors.length > 0) return good.delete(half);
        good.add(half);
        return good.size === 2 ? onBuilt() : undefined;
      }),
  });
  const watching = await Promise.all(
    [program, apart].map((half) => context({ ...half, outdir: 'dist', plugins: [...(half.plugins ?? []), tell(half)] })),
  );
  await Promise.all(watching.map((one) => one.watch()));
  return { dispose: () => Promise.all(watching.map((one) => one.dispose())) };
}

function putInPlace(built) {
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

const SOURCES = ['src', 'store', 'package.json', 'package-lock.json', 'tsconfig.json'].map(at);

/** Whether a file is there, and none of the sources was changed, added, removed or renamed after it. The sources are files and whole folders. */
export function isNewest(file, sources) {
  const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const built = changed(file);
  return sources.every((source) => {
    if (changed(source) > built) return false;
    return (
      !statSync(source).isDirectory() || readdirSync(source, { recursive: true }).every((path) => changed(join(source, path)) <= built)
    );
  });
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const ifNeeded = process.argv.includes('--if-needed');
  if (!ifNeeded || !isNewest(at('dist/cables.cjs'), SOURCES)) {
    if (ifNeeded) process.stderr.write('building…\n');
    await buildBundles();
  }
}
