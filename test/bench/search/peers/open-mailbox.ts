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
const PATIENCE = 120_000;

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
    // Reading the mailbox is silent: the list is there when its bar names the number of mails.
    while (!meter.tail.includes(`Msgs:${MAILBOX}`) && performance.now() - started < PATIENCE) await meter.settleAnew(PATIENCE, 100);
    times.push(meter.lastByteAt - started);
    await meter.end();
  }
  return [{ what: `neomutt: ${MAILBOX.toLocaleString('en')} cables in an mbox, to the list`, shown: ms(middle(times)) }];
}
