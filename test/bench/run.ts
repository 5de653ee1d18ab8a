/* `npm run bench [-- [--full] NAME...]`: timed bars, each against a named peer in the same run. Results are appended to test/bench/results.md.
 * `search/box` is one part of a bench that has parts.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { reportFigures } from './corpus/figures.ts';
import { measureCorpus } from './corpus/measure-corpus.ts';
import { measureJournal, reportJournal } from './journal.ts';
import { measureKeys, reportKeys } from './keys.ts';
import { measureLink, reportLink } from './link.ts';
import { middle } from './pty-meter.ts';
import { measureSearch } from './search/measure-search.ts';
import { measureStart, reportStart } from './start.ts';
import { measureTerminal, reportTerminal } from './terminal.ts';
import { measureTriage, reportTriage } from './triage.ts';
import { measureTyping, reportTyping } from './typing.ts';

const full = process.argv.includes('--full');

const benches: Readonly<Record<string, (part?: string) => Promise<string>>> = {
  corpus: async () => reportFigures(await measureCorpus(full)),
  journal: async () => reportJournal(await measureJournal()),
  keys: async () => reportKeys(await measureKeys(full)),
  link: async () => reportLink(await measureLink()),
  search: async (part) => reportFigures(await measureSearch(full, part)),
  start: async () => reportStart(await measureStart()),
  terminal: async () => reportTerminal(await measureTerminal()),
  typing: async () => reportTyping(await measureTyping(full)),
  triage: async () => reportTriage(await measureTriage()),
};

const wanted = process.argv.slice(2).filter((argument) => argument !== '--full');
const named = wanted.map((name) => name.split('/') as [name: string, part?: string]);
const unknown = named.find(([name]) => !benches[name]);
if (unknown) {
  process.stderr.write(`bench: no ${unknown[0]}. There are: ${Object.keys(benches).join(', ')}\n`);
  process.exit(2);
}

for (const [name, part] of named.length > 0 ? named : Object.keys(benches).map((one): [string] => [one])) {
  const report = await benches[name]!(part);
  const machine = `${platform()} ${arch()}, ${cpus().length} cores, Node ${process.version}, \`node -e 0\` in ${timeNode()} ms`;
  const title = part === undefined ? name : `${name}/${part}`;
  const text = `## ${title}, ${new Date().toISOString().slice(0, 10)}, ${machine}\n\n${report}\n\n`;
  process.stdout.write(text);
  appendFileSync(new URL('./results.md', import.meta.url), text);
}

/** How fast the machine is just now, for reading milliseconds: median of seven. */
function timeNode(): number {
  const times = Array.from({ length: 7 }, () => {
    const started = performance.now();
    execFileSync(process.execPath, ['-e', '0']);
    return performance.now() - started;
  });
  return Math.round(middle(times));
}
