/* What stands above the text of a cable: id and subject, times and origin, the header in one line, captions, TAGS, REF. */
import type { Addressee, Cable } from '../../../store/cable/cable.ts';
import { explainTag } from '../../../store/cable/vocabulary/tags.ts';
import type { Line, Piece } from '../../text/line.ts';
import { makeVisible } from '../../text/visible.ts';
import { wrapText } from '../../text/wrap.ts';

export interface HeadFacts {
  readonly columns: number;
  /** Personal tags. */
  readonly tags: readonly string[];
  readonly versions: number;
  readonly unfolded: boolean;
  /** What is known of each cited id, in the order of the text: `✓`, `not here, cited 14x`. */
  readonly cited: ReadonlyMap<string, string>;
  readonly glyphs: { readonly folded: string; readonly unfolded: string; readonly arrow: string; readonly dot: string };
}

/** Lines at most `columns` wide. Pure. */
export function layoutHead(cable: Cable, facts: HeadFacts): Line[] {
  const { columns, glyphs } = facts;
  const room = Math.min(columns, 110) - 3;
  const lines: Line[] = [];
  const wrap = (text: string, role: Piece['role'] = 'plain', lead = '  ', hang = 2) => {
    for (const [i, part] of wrapText(makeVisible(text), Math.max(10, room - hang)).entries()) {
      lines.push([{ text: i === 0 ? lead : ' '.repeat(hang) }, { text: part.text, ...(role !== 'plain' && { role }) }]);
    }
  };
  wrap(`Viewing cable ${cable.id}, ${cable.subject ?? '(no subject)'}`, 'strong');
  const times = [
    `created ${cable.created?.replace('T', ' ') ?? 'unknown'}`,
    cable.released ? `released ${cable.released.slice(0, 10)}` : '',
    cable.origin ?? '',
  ];
  wrap(
    [...times.filter(Boolean), ...facts.tags.map((tag) => `#${tag}`), facts.versions > 1 ? `${facts.versions} versions` : '']
      .filter(Boolean)
      .join(` ${glyphs.dot} `),
    'dim',
  );
  // A small screen is for the text; s unfolds the rest.
  if (columns < 60 && !facts.unfolded) return lines;
  const { header } = cable;
  if (header.from || header.to.length > 0) {
    const route = `${header.precedence ?? ''} ${header.dtg ?? ''}  ${header.from ?? ''} ${glyphs.arrow} ${header.to[0]?.name ?? ''}${header.to.length > 1 ? ` +${header.to.length - 1}` : ''}${header.info.length > 0 ? `, INFO ${header.info.length}` : ''}`;
    wrap(`${facts.unfolded ? glyphs.unfolded : glyphs.folded} ${route.trim()}`, 'dim');
    if (facts.unfolded) {
      for (const [kind, list] of [
        ['TO', header.to],
        ['INFO', header.info],
      ] as const) {
        for (const addressee of list) wrap(`${kind.padEnd(5)}${describeAddressee(addressee)}`, 'dim', '    ', 9);
      }
      for (const line of [header.transmission, ...header.routing, header.de, header.prosign]) if (line) wrap(line, 'dim', '    ', 4);
    }
  } else if (header.partial) wrap('partial extract: the original header is not available', 'dim');
  const second = [
    cable.captions.join(' '),
    cable.declassifyText ? `declassify ${cable.declassify ?? cable.declassifyText}` : '',
    cable.reasons.length > 0 ? `1.4 ${cable.reasons.map((letter) => `(${letter})`).join(' ')}` : '',
  ].filter(Boolean);
  if (second.length > 0) wrap(second.join(` ${glyphs.dot} `), 'dim');
  if (facts.unfolded && cable.classifiedBy) wrap(`classified by ${cable.classifiedBy}`, 'dim');
  if (cable.tags.length > 0) {
    const tags = [...new Set(cable.tags.map(({ tag }) => tag))];
    wrap(tags.join(' '), 'tag', '  TAGS  ', 8);
    if (facts.unfolded) {
      for (const { tag, original } of cable.tags) {
        const meaning = explainTag(tag)?.meaning;
        wrap(
          `${tag.padEnd(6)} ${meaning ?? 'no known meaning'}${original.toUpperCase() === tag ? '' : ` (written ${original})`}`,
          'dim',
          '        ',
          15,
        );
      }
    }
  }
  if (cable.references.length > 0) {
    for (const [i, { label, id, text }] of cable.references.entries()) {
      const known = id === null ? '' : (facts.cited.get(id) ?? '');
      const shown = id ?? text;
      wrap(`${label ? `${label} ` : ''}${shown}${known ? `  ${known}` : ''}`, 'link', i === 0 ? '  REF   ' : '        ', 8);
      if (i === 7 && cable.references.length > 9 && !facts.unfolded) {
        wrap(`and ${cable.references.length - 8} more`, 'dim', '        ', 8);
        break;
      }
    }
  }
  return lines;
}

function describeAddressee({ route, name, precedence, number }: Addressee): string {
  return [route ? `${route}/${name}` : name, precedence, number].filter(Boolean).join(' ');
}
