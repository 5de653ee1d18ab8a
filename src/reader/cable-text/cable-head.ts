/* What stands above the text of a cable: id and subject, times and origin, the header in one line, captions, TAGS, REF. */
import type { Addressee, Cable } from '../../../store/cable/cable.ts';
import { explainTag } from '../../../store/cable/vocabulary/tags.ts';
import type { Line, Piece } from '../../text/line.ts';
import { makeVisible } from '../../text/visible.ts';
import { cutToWidth } from '../../text/width.ts';
import { wrapText } from '../../text/wrap.ts';

export interface HeadFacts {
  readonly columns: number;
  /** Personal tags. */
  readonly tags: readonly string[];
  readonly versions: number;
  /** Articles that quote it. */
  readonly articles?: number;
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
    [
      ...times.filter(Boolean),
      ...facts.tags.map((tag) => `#${tag}`),
      facts.versions > 1 ? `${facts.versions} versions` : '',
      nameArticles(facts.articles ?? 0),
    ]
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
      const sent = [header.transmission, header.routing.join(' '), header.de && `DE ${header.de.replace(/^DE\s+/, '')}`, header.prosign];
      wrap(sent.filter(Boolean).join(` ${glyphs.dot} `), 'dim', '    ', 4);
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
    const shown = tags.join(' ');
    const before = lines.length;
    wrap(shown, 'tag', '  TAGS  ', 8);
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
    } else if (lines.length === before + 1) {
      const meanings = explainBriefly(tags, room - 8 - shown.length - 4, glyphs.dot);
      if (meanings !== '') lines[before] = [...lines[before]!, { text: `    ${meanings}`, role: 'dim' }];
    }
  }
  lines.push(...layoutReferences(cable, facts, room));
  return lines;
}

const nameArticles = (count: number): string => (count === 0 ? '' : count === 1 ? 'quoted in 1 article' : `quoted in ${count} articles`);

/** As many meanings as fit, in the order of the line. */
function explainBriefly(tags: readonly string[], room: number, dot: string): string {
  let shown = '';
  for (const tag of tags) {
    const meaning = explainTag(tag)?.meaning.toLowerCase();
    if (!meaning) continue;
    const longer = `${shown}${shown === '' ? '' : ` ${dot} `}${tag} ${meaning}`;
    if (longer.length > room) break;
    shown = longer;
  }
  return shown;
}

const FOLDED_REFERENCES = 12;

/** References one after the other, each unbroken, as many on a line as fit. */
function layoutReferences(cable: Cable, facts: HeadFacts, room: number): Line[] {
  const { references } = cable;
  const shown = facts.unfolded || references.length <= FOLDED_REFERENCES + 1 ? references : references.slice(0, FOLDED_REFERENCES);
  const lines: Piece[][] = [];
  let used = 0;
  const put = (pieces: readonly Piece[]) => {
    const wide = pieces.reduce((sum, { text }) => sum + text.length, 0);
    if (lines.length === 0 || used + 3 + wide > room) {
      lines.push([{ text: lines.length === 0 ? '  REF   ' : '        ' }]);
      used = 8;
    } else {
      lines.at(-1)!.push({ text: '   ' });
      used += 3;
    }
    lines.at(-1)!.push(...pieces);
    used += wide;
  };
  for (const { label, id, text } of shown) {
    const known = id === null ? '' : (facts.cited.get(id) ?? '');
    put([
      ...(label ? [{ text: `${label} ` }] : []),
      {
        text: cutToWidth(makeVisible(id ?? text).replaceAll(/\s+/g, ' '), Math.max(20, room - 30)),
        role: id ? ('link' as const) : ('plain' as const),
      },
      ...(known ? [{ text: ` ${known}`, role: 'dim' as const }] : []),
    ]);
  }
  if (shown.length < references.length) put([{ text: `and ${references.length - shown.length} more`, role: 'dim' }]);
  return lines;
}

function describeAddressee({ route, name, precedence, number }: Addressee): string {
  return [route ? `${route}/${name}` : name, precedence, number].filter(Boolean).join(' ');
}
