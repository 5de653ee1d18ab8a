/* `npm run bench [-- [--full] NAME...]`: timed bars, each against a named peer in the same run. Results are appended to test/bench/results.md. */
import { appendFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { reportFigures } from './corpus/figures.ts';
import { measureCorpus } from './corpus/measure-corpus.ts';
import { measureJournal, reportJournal } from './journal.ts';
import { measureKeys, reportKeys } from './keys.ts';
import { measureLink, reportLink } from './link.ts';
import { measureSearch } from './search/measure-search.ts';
import { measureStart, reportStart } from './start.ts';
import { measureTerminal, reportTerminal } from './terminal.ts';
import { measureTriage, reportTriage } from './triage.ts';
import { measureTyping, reportTyping } from './typing.ts';

const full = process.argv.includes('--full');

const benches: Readonly<Record<string, () => Promise<string>>> = {
  corpus: async () => reportFigures(await measureCorpus(full)),
  journal: async () => reportJournal(await measureJournal()),
  keys: async () => reportKeys(await measureKeys(full)),
  link: async () => reportLink(await measureLink()),
  search: async () => reportFigures(await measureSearch(full)),
  start: async () => reportStart(await measureStart()),
  terminal: async () => reportTerminal(await measureTerminal()),
  typing: async () => reportTyping(await measureTyping(full)),
  triage: async () => reportTriage(await measureTriage()),
};

const wanted = process.argv.slice(2).filter((argument) => argument !== '--full');
const unknown = wanted.find((name) => !benches[name]);
if (unknown) {
  process.stderr.write(`bench: no ${unknown}. There are: ${Object.keys(benches).join(', ')}\n`);
  process.exit(2);
}

for (const [name, measure] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const report = await measure();
  const machine = `${platform()} ${arch()}, ${cpus().length} cores, Node ${process.version}`;
  const text = `## ${name}, ${new Date().toISOString().slice(0, 10)}, ${machine}\n\n${report}\n\n`;
  process.stdout.write(text);
  appendFileSync(new URL('./results.md', import.meta.url), text);
}
