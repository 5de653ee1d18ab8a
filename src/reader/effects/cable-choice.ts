import type { CatalogueRow } from '../../../store/corpus/corpus.ts';
import type { Choice } from '../state.ts';

/** A cable in the box. @param lead stands before its subject */
export const cableChoice = ({ id, subject }: Pick<CatalogueRow, 'id' | 'subject'>, typed: string, lead = ''): Choice => ({
  name: id,
  detail: `${lead}${subject ?? ''}`,
  key: '',
  target: { to: 'cable', id, goTo: null, via: { jump: typed } },
  disabled: null,
});
