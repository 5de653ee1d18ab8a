/* The same cables as mail in notmuch. Without References: with them its threads do not come to an end. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateCorpus } from '../../../../fixtures/corpus/generate-corpus.ts';
import type { Figure } from '../../corpus/figures.ts';
import { corpusFolder } from '../../corpus/full-corpus.ts';
import { isInstalled, writeMail } from '../../peers.ts';
import { middle } from '../../pty-meter.ts';
import { QUERY_CLASSES } from '../queries.ts';
import { ms } from '../store/warm-corpus.ts';
import { timeQuietly } from './quietly.ts';

const MAILS = 10_000;

export function askNotmuch(): Figure[] {
  if (!isInstalled('notmuch')) return [{ what: 'notmuch', shown: 'not installed' }];
  const folder = join(corpusFolder(MAILS), 'notmuch');
  const env = { ...process.env, NOTMUCH_CONFIG: join(folder, 'config') };
  const figures: Figure[] = [];
  const indexed = join(folder, 'indexed');
  if (!existsSync(indexed)) {
    mkdirSync(folder, { recursive: true });
    writeMail({ mbox: join(folder, 'mbox'), maildir: join(folder, 'mail') }, [...generateCorpus({ count: MAILS })], MAILS);
    writeFileSync(
      env.NOTMUCH_CONFIG,
      `[database]\npath=${join(folder, 'mail')}\n[user]\nname=reader\nprimary_email=reader@localhost\n[new]\ntags=new\n`,
    );
    const taken = timeQuietly('notmuch', ['new', '--quiet'], env);
    writeFileSync(indexed, '');
    figures.push({ what: `notmuch new, ${MAILS.toLocaleString('en')} cables`, shown: `${(taken / 1000).toFixed(0)} s` });
  }
  const words = QUERY_CLASSES[0]!.queries.slice(0, 9);
  const ask = (...args: readonly string[]) => ms(middle(words.map((word) => timeQuietly('notmuch', [...args, word], env))));
  return [
    ...figures,
    { what: `notmuch, ${MAILS.toLocaleString('en')} cables: newest 50, common word`, shown: ask('search', '--limit=50') },
    { what: `notmuch, ${MAILS.toLocaleString('en')} cables: count, common word`, shown: ask('count') },
  ];
}
