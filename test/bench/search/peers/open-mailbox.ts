/* A mailbox of cables in neomutt: from its start to the list. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateCorpus } from '../../../../fixtures/corpus/generate-corpus.ts';
import type { Figure } from '../../corpus/figures.ts';
import { corpusFolder } from '../../corpus/full-corpus.ts';
import { isInstalled, writeMail, writeMuttrc } from '../../peers.ts';
import { middle, PtyMeter } from '../../pty-meter.ts';
import { ms } from '../store/warm-corpus.ts';

const MAILBOX = 50_000;
const STARTS = 3;
/** Milliseconds without a byte after which the list is taken to be there: reading the mailbox is silent. */
const SILENCE = 8000;

export async function openMailbox(): Promise<Figure[]> {
  if (!isInstalled('neomutt')) return [{ what: 'neomutt', shown: 'not installed' }];
  const folder = join(corpusFolder(MAILBOX), 'mail');
  const mbox = join(folder, 'mbox');
  const muttrc = join(folder, 'muttrc');
  if (!existsSync(muttrc)) {
    mkdirSync(folder, { recursive: true });
    writeMail({ mbox }, [...generateCorpus({ count: 2000 })], MAILBOX);
    writeMuttrc(muttrc);
  }
  const times: number[] = [];
  for (let run = 0; run < STARTS; run++) {
    const started = performance.now();
    const meter = new PtyMeter({ file: 'neomutt', args: ['-n', '-F', muttrc, '-R', '-f', mbox], columns: 200, rows: 50 });
    await meter.settle(120_000, SILENCE);
    times.push(meter.lastByteAt - started);
    await meter.end();
  }
  return [{ what: `neomutt: ${MAILBOX.toLocaleString('en')} cables in an mbox, to the list`, shown: ms(middle(times)) }];
}
