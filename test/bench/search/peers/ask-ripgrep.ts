import type { Figure } from '../../corpus/figures.ts';
import { isInstalled } from '../../peers.ts';
import type { BenchLibrary } from '../full-library.ts';
import { QUERY_CLASSES } from '../queries.ts';
import { ms } from '../store/warm-corpus.ts';
import { timeQuietly } from './quietly.ts';

/** Seconds an ask: one of each class is enough. */
export function askRipgrep({ corpusDir }: BenchLibrary): Figure[] {
  if (!isInstalled('rg')) return [{ what: 'ripgrep', shown: 'not installed' }];
  return QUERY_CLASSES.filter(({ name }) => ['common word', 'rare word', 'phrase'].includes(name)).map(({ name, queries }) => ({
    what: `ripgrep over the shards: count, ${name}`,
    shown: ms(timeQuietly('rg', ['-ciw', queries[0]!.replaceAll('"', ''), corpusDir])),
  }));
}
