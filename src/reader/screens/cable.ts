/* The cable screen: one sticky line, the text, what happened, where one is. */
import { shortClassification } from '../../text/classification.ts';
import { lineText } from '../../text/fit-line.ts';
import type { Line } from '../../text/line.ts';
import { makeVisible } from '../../text/visible.ts';
import { cutToWidth, indexAtWidth } from '../../text/width.ts';
import { documentOf } from '../cable-text/document-of.ts';
import type { CableView, ReaderState } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { listBelow } from '../update/list/list.ts';
import { composeScreen, spread } from './frame.ts';
import { rowsPerPage } from './page-size.ts';

export function drawCable(state: ReaderState, view: CableView, around: Surroundings): readonly Line[] {
  const { glyphs } = around;
  if (view.cable === null)
    return composeScreen(state, [[{ text: ` ${view.id}`, role: 'strong' }]], [[], [{ text: '  ...', role: 'dim' }]], ['back'], around);
  const document = documentOf(view, state.size, around);
  const page = rowsPerPage(state);
  const lines = document.slice(view.top, view.top + page).map(({ line, paragraph, wide }): Line => {
    const here = paragraph !== null && paragraph === view.paragraph && line.length > 0;
    const gutter = { text: here ? glyphs.cursor : ' ', role: 'accent' as const };
    if (!wide || view.shift === 0) return [gutter, ...line];
    const text = lineText(line);
    return [gutter, { text: text.slice(indexAtWidth(text, view.shift)) }];
  });
  const atEnd = view.top + page >= document.length;
  const share = document.length <= page ? 100 : Math.round((100 * Math.min(view.top + page, document.length)) / document.length);
  const where = [
    view.paragraph === null ? '' : `${glyphs.paragraph}${view.paragraph + 1} of ${view.cable.paragraphs.length}`,
    atEnd ? 'end' : `${share}%`,
    view.find && view.find.hits.length > 0 ? nameHit(view.find, state.size.columns) : '',
  ].filter(Boolean);
  const hints = view.triage
    ? (['keep', 'skip', 'later', 'tag', ...(atEnd ? [] : (['page-down'] as const)), ['triage', 'list'], 'help'] as const)
    : (['next-stop', 'bookmark', 'tag', 'note', { prefixOf: 'copy-paragraph', label: 'copy' }, 'back', 'help'] as const);
  return composeScreen(state, [stickyLine(state, view, around)], lines, hints, around, where.join(` ${glyphs.dot} `));
}

function nameHit({ hits, at, text }: NonNullable<CableView['find']>, columns: number): string {
  const words = columns < 80 ? '' : ` "${cutToWidth(makeVisible(text), 16)}"`;
  return `hit ${at + 1} of ${hits.length}${words}`;
}

function stickyLine(state: ReaderState, view: CableView, around: Surroundings): Line {
  const { columns } = state.size;
  const { glyphs } = around;
  const cable = view.cable!;
  const list = listBelow(state);
  const queue = view.index === null ? null : (list?.question ?? null);
  const mark = around.personal.mark(view.id, queue);
  const signs = [
    mark.verdict === 'kept' ? glyphs.kept : mark.verdict === 'skipped' ? glyphs.skipped : mark.verdict === 'later' ? glyphs.later : '',
    mark.bookmarks > 0 ? `${glyphs.bookmark}${mark.bookmarks}` : '',
    mark.notes > 0 ? `${glyphs.note}${mark.notes}` : '',
    view.index !== null && list?.total ? `${view.index + 1}/${list.total} ${makeVisible(list.title)}` : '',
  ].filter(Boolean);
  if (columns < 60) return spread([{ text: ` ${view.id}`, role: 'strong' }], [{ text: signs.slice(0, 3).join(' ') }], columns);
  const triage = view.triage ? [{ text: `triage ${glyphs.dot} `, role: 'accent' as const }] : [];
  const subject = makeVisible(cable.subject ?? '(no subject)').replaceAll(/\s+/g, ' ');
  return spread(
    [
      { text: ' ' },
      ...triage,
      { text: view.id, role: 'strong' },
      { text: `  ${shortClassification(cable.classification)}  `, role: 'dim' },
      { text: subject },
    ],
    [{ text: `  ${signs.join(' ')}` }],
    columns,
  );
}
