/* Makes dist/: the launcher, the program, Ink, the workers.
 *
 *     dist/cables.cjs   launcher, old syntax
 *     dist/main.cjs     all of ours, each part evaluated when it is wanted
 *     dist/zod.cjs ...  one file a library, read when it is wanted
 *     dist/tables.cjs   the vocabularies: stations, TAGS, routes
 *     dist/shell.js     Ink and React, loaded once the first frame was painted
 *     dist/*-worker.js  threads of an import
 *
 * The program is one CommonJS file because that starts fastest: forty chunks take forty times the module loader, and an ESM import of
 * one of Node's own modules touches all its lazy parts (fs loads streams, crypto loads WebCrypto). All of that file is read, decoded and
 * compared with the compile cache before its first statement, evaluated or not. So it holds no library and no table, it is minified, and it is ASCII: one
 * other character, and V8 keeps the text in twice the bytes. Its source map is for the debug log.
 *
 *     node src/build.mjs               builds
 *     node src/build.mjs --if-needed   builds where a source is newer than dist/, and says so
 *
 * Runs on any Node that npm itself runs on.
 */
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
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
  minify: true,
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

/** Libraries that no first frame needs, and what of theirs is used: the whole of zod takes four times as long to evaluate. */
const LIBRARIES = {
  fuzzysort: ['default'],
  htmlparser2: ['Parser'],
  yargs: ['default'],
  zod: ['array', 'boolean', 'enum', 'int', 'number', 'object', 'record', 'strictObject', 'string', 'toJSONSchema', 'union'],
};

/** The generated tables of the vocabularies. */
const TABLES = readdirSync(at('store/cable'), { recursive: true }).filter((path) => path.endsWith('.generated.ts'));

const readLaterApart = {
  name: 'read-later-apart',
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`^(?:${Object.keys(LIBRARIES).join('|')})$`) }, ({ path }) => ({
      path: `./${path}.cjs`,
      external: true,
    }));
    onResolve({ filter: /\.generated\.ts$/ }, () => ({ path: './tables.cjs', external: true }));
  },
};

const entriesOfReadLater = {
  name: 'entries-of-read-later',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^/ }, ({ path, kind }) => (kind === 'entry-point' ? { path, namespace: 'entry' } : undefined));
    onLoad({ filter: /^tables$/, namespace: 'entry' }, () => ({
      contents: TABLES.map((path) => `export * from './store/cable/${path}';`).join('\n'),
      resolveDir: at('.'),
    }));
    onLoad({ filter: /^/, namespace: 'entry' }, ({ path }) => ({
      contents: `export { ${LIBRARIES[path]} } from '${path}';`,
      resolveDir: at('.'),
    }));
  },
};

const asciiSources = {
  name: 'ascii-sources',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/(?:src|store)\/.*\.ts$/ }, ({ path }) => ({
      // esbuild escapes what is in strings, but takes regular expressions as they are.
      contents: readFileSync(path, 'utf8').replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
      loader: extname(path).slice(1),
    })),
};

/** What is felt at a start, and no first frame needs: some of Node's own modules, and the tables. Required at the first use of what they export. */
const COSTLY = /\brequire\("(node:(?:child_process|crypto|readline|v8|worker_threads|zlib)|\.\/tables\.cjs)"\)/g;

const costlyWhenUsed = {
  name: 'costly-when-used',
  setup: ({ initialOptions, onEnd }) => {
    initialOptions.write = false;
    onEnd(async ({ outputFiles = [] }) => {
      // As long a name as `require`: the source map stays true.
      await Promise.all(
        outputFiles.map(({ path, text }) => writeFile(path, path.endsWith('.cjs') ? text.replaceAll(COSTLY, 'lazyReq("$1")') : text)),
      );
    });
  },
};

const commonJs = {
  ...common,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { ...common.define, 'import.meta.url': '__importMetaUrl' },
  banner: { js: "const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
};

const readLater = {
  ...commonJs,
  entryPoints: [...Object.keys(LIBRARIES), 'tables'].map((name) => ({ in: name, out: name })),
  // To Node, and so to esbuild, the default of a CommonJS module is all of it.
  footer: { js: 'module.exports = module.exports.default ?? module.exports;' },
  plugins: [entriesOfReadLater],
};

const program = {
  ...commonJs,
  entryPoints: ['src/main.ts'],
  sourcemap: 'linked',
  sourcesContent: false,
  banner: {
    js: `${commonJs.banner.js}
const lazyReq = (name, module) => new Proxy({}, { get: (_, member) => (module ??= require(name))[member] });`,
  },
  plugins: [inkApart, readLaterApart, asciiSources, costlyWhenUsed],
};

const inkAndWorkers = {
  ...common,
  // Yoga takes its WebAssembly out of a data URL with fetch where there is one, which loads Node's HTTP, TLS and crypto; else it decodes it.
  define: { ...common.define, fetch: 'undefined' },
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
    await Promise.all([program, readLater, inkAndWorkers].map((one) => build(one)));
    addLauncher(aside);
    // As old as the sources that were read: what is saved while it builds is newer.
    utimesSync(at(`${aside}/cables.cjs`), begun, begun);
    putInPlace(aside);
  } finally {
    rmSync(at(aside), { recursive: true, force: true });
  }
}

/** Bundles now and after every change; `onBuilt` is called after each that succeeded, once all parts are there. */
export async function watchBundles(onBuilt) {
  const { context } = await import('esbuild');
  rmSync(at('dist'), { recursive: true, force: true });
  mkdirSync(at('dist'));
  addLauncher('dist');
  const parts = [program, readLater, inkAndWorkers];
  const good = new Set();
  const tell = (part) => ({
    name: 'tell',
    setup: ({ onEnd }) =>
      onEnd(({ errors }) => {
        if (errors.length > 0) return good.delete(part);
        good.add(part);
        return good.size === parts.length ? onBuilt() : undefined;
      }),
  });
  const watching = await Promise.all(
    parts.map((part) => context({ ...part, outdir: 'dist', plugins: [...(part.plugins ?? []), tell(part)] })),
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
