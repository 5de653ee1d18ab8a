/* Copies of cables that are not open: those under the cursor of a list, or marked in it. */
import { citeBibtex } from '../../../../store/cable/citation/cite-bibtex.ts';
import { citeChicago } from '../../../../store/cable/citation/cite-chicago.ts';
import type { CatalogueRow } from '../../../../store/corpus/corpus.ts';
import { fillLink } from '../../../config/fill-link.ts';
import type { CopiedOfRows, Step } from '../../messages.ts';
import type { ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { nameCables } from '../decide/subject.ts';
import { nothing, say } from '../step.ts';
import { copied } from './copy.ts';

export function copyRows(state: ReaderState, what: CopiedOfRows, rows: readonly CatalogueRow[], around: Surroundings): Step<ReaderState> {
  if (rows.length === 0) return nothing(say(state, 'That cable is not here: there is nothing to cite.', 'bad'));
  const linkOf = (row: CatalogueRow) => fillLink(around.config.links.cable, row);
  const names = nameCables(rows.map(({ id }) => id));
  switch (what) {
    case 'copy-link':
      return copied(state, rows.map(linkOf).join('\n'), `link to ${names}`, around);
    case 'copy-chicago':
      return copied(
        state,
        rows.map((row) => citeChicago(row, { link: linkOf(row) })).join('\n'),
        `citation of ${names}, Chicago style`,
        around,
      );
    case 'copy-bibtex':
      return copied(state, rows.map((row) => citeBibtex(row, { link: linkOf(row) })).join('\n\n'), `citation of ${names}, BibTeX`, around);
  }
}
