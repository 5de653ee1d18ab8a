/* One id may have several lines: the same text from other sources, and other texts. Here they become versions, best first. */
import type { Cells, Edition, FoundCable } from '../../cable/cable.ts';
import type { ShardLine } from './shard-line.ts';

/** Best first: final > later page > csv > earlier page. Text saved from a browser is a later page without its links. */
export const EDITION_ORDER: readonly Edition[] = ['final', '2011-04', 'saved', 'csv', '2010-12', '2010-11-29'];

/**
 * The different texts of one id, best first; among equals the one found first.
 * A text that several sources have takes cells and source of the best of them; what its cells lack (links, references, articles) comes
 * from the others.
 * @param lines all lines of one id, in the order of the shards
 */
export function uniteVersions(lines: readonly ShardLine[], order: readonly Edition[] = EDITION_ORDER): readonly FoundCable[] {
  const texts = new Map<string, ShardLine[]>();
  for (const line of lines) {
    const holder = line.body === undefined ? line.sameAs : line.source.sha256;
    const group = holder === undefined ? undefined : texts.get(holder);
    if (group) group.push(line);
    else if (line.body !== undefined) texts.set(line.source.sha256, [line]);
  }
  const rank = (edition: Edition) => {
    const at = order.indexOf(edition);
    return at === -1 ? order.length : at;
  };
  const best = (group: readonly ShardLine[]) => group.reduce((a, b) => (rank(b.source.edition) < rank(a.source.edition) ? b : a));
  return [...texts.values()]
    .map((group) => ({ group, first: best(group) }))
    .sort((a, b) => rank(a.first.source.edition) - rank(b.first.source.edition))
    .map(({ group, first }) => ({
      id: first.id,
      cells: completeCells(first.cells, group),
      headerText: first.headerText ?? group[0]!.headerText ?? '',
      body: group[0]!.body!,
      source: first.source,
    }));
}

function completeCells(best: Cells, group: readonly ShardLine[]): Cells {
  const others = group.map(({ cells }) => cells).filter((cells) => cells !== best);
  const first = <K extends 'created' | 'released' | 'classification' | 'origin' | 'subject'>(key: K) =>
    best[key] ?? others.find((cells) => cells[key] !== null)?.[key] ?? null;
  const references = best.references ?? others.find((cells) => cells.references)?.references;
  return {
    created: first('created'),
    released: first('released'),
    classification: first('classification'),
    origin: first('origin'),
    subject: first('subject'),
    links: best.links.length > 0 ? best.links : (others.find(({ links }) => links.length > 0)?.links ?? []),
    articles: [...new Set([best, ...others].flatMap(({ articles }) => articles))],
    ...(references && { references }),
  };
}
