/* One row of a list: the sign of its state, then the columns that the config names. */
import type { CatalogueRow } from '../../../store/corpus/corpus.ts';
import type { CableMark } from '../../../store/journal/personal.ts';
import type { Column } from '../../config/config.ts';
import { shortClassification } from '../../text/classification.ts';
import type { Line, Piece } from '../../text/line.ts';
import { makeVisible } from '../../text/visible.ts';
import { cutMiddle, cutToWidth, padToWidth, width } from '../../text/width.ts';
import type { Surroundings } from '../surroundings.ts';
import { spread } from './frame.ts';

const ID = 17;
const ORIGIN = 20;

/** Columns before the subject have their width, those behind it stand at the right edge as far as there is room. On narrow screens: class, month, subject.
 * A marked row says so in the blank between two columns: its own sign stays. */
export function drawListRow(row: CatalogueRow, mark: CableMark, marked: boolean, columns: number, around: Surroundings): Line {
  const sign = signOf(mark, around.glyphs);
  const blank: Piece = { text: marked ? around.glyphs.marked : ' ', role: 'accent' };
  const dim = mark.verdict === 'skipped' || (mark.read && mark.verdict === null);
  const subject: Piece = { text: makeVisible(row.subject ?? '(no subject)').replaceAll(/\s+/g, ' '), role: dim ? 'dim' : 'plain' };
  if (columns < 59) {
    const classification = padToWidth(shortClassification(row.classification).slice(0, 1), 1);
    const month = (row.created ?? '').slice(2, 7).padEnd(5);
    return [{ text: sign }, { text: classification, role: 'dim' }, blank, { text: `${month} `, role: 'dim' }, subject];
  }
  const { columns: wanted } = around.config;
  const at = wanted.includes('subject') ? wanted.indexOf('subject') : wanted.length;
  const cells = (of: readonly Column[]) => of.flatMap((column) => cell(column, row, mark, columns, around));
  const before = cells(wanted.slice(0, at)).map(({ text, role }): Piece => ({ text: `${text} `, role: role ?? subject.role! }));
  const behind = cells(wanted.slice(at + 1)).map((piece): Piece => ({ ...piece, text: ` ${piece.text}` }));
  const room = columns - 2 - before.reduce((sum, { text }) => sum + width(text), 0);
  return [{ text: sign }, blank, ...before, ...spread(at < wanted.length ? [subject] : [], behind, room)];
}

/** Date and classification, as wide as in a list; nothing where a list has other columns. */
export function dateAndClass(row: CatalogueRow, columns: number): Line {
  return columns < 59 ? [] : [dayCell(row.created, columns), { text: ' ' }, classCell(row), { text: ' ' }];
}

const dayCell = (date: string | null, columns: number): Piece => ({
  text: columns >= 79 ? (date ?? '').slice(0, 10).padEnd(10) : (date ?? '').slice(2, 7).padEnd(5),
  role: 'dim',
});

const classCell = ({ classification }: CatalogueRow): Piece => ({
  text: padToWidth(shortClassification(classification), 4),
  role: 'plain',
});

function cell(column: Column, row: CatalogueRow, mark: CableMark, columns: number, { glyphs }: Surroundings): Piece[] {
  switch (column) {
    case 'id':
      return [{ text: padToWidth(cutMiddle(makeVisible(row.id), ID), ID) }];
    case 'created':
      return [dayCell(row.created, columns)];
    case 'released':
      return [dayCell(row.released, columns)];
    case 'classification':
      return [classCell(row)];
    case 'origin':
      return [{ text: padToWidth(cutToWidth(makeVisible(row.origin ?? ''), ORIGIN), ORIGIN), role: 'dim' }];
    case 'tags':
      return mark.tags.length === 0 ? [] : [{ text: mark.tags.map((tag) => `#${makeVisible(tag)}`).join(' '), role: 'tag' }];
    case 'marks':
      return [
        ...(mark.bookmarks > 0 ? [{ text: `${glyphs.bookmark}${mark.bookmarks}` }] : []),
        ...(mark.notes > 0 ? [{ text: glyphs.note }] : []),
        ...(mark.verdict === 'later' && mark.words ? [{ text: makeVisible(mark.words), role: 'dim' as const }] : []),
      ];
    case 'subject':
      return [];
  }
}

function signOf(mark: CableMark, glyphs: Surroundings['glyphs']): string {
  if (mark.verdict === 'kept') return glyphs.kept;
  if (mark.verdict === 'skipped') return glyphs.skipped;
  if (mark.verdict === 'later' && !mark.due) return glyphs.later;
  return mark.read ? ' ' : glyphs.unread;
}
