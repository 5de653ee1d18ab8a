/* `rt`: a list to go on from, set in by how far a cable is from the one it began with. */
import type { Line } from '../../../text/line.ts';
import type { ReferenceNode, ReferenceTree } from '../../effects/load-reference-tree.ts';
import type { ReaderState, Thing } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { makeRow, whatCites } from '../browse/things.ts';
import { say } from '../step.ts';

/** Columns of ids with what they are set in by, on terminals that leave room for it. */
const WIDE = 26;

export function showTree(state: ReaderState, { id, cites, citedBy, cut }: ReferenceTree, around: Surroundings): ReaderState {
  if (cites.length === 0 && citedBy.length === 0) return say(state, `${id} refers to no cable, and no cable here cites it.`);
  const narrow = state.size.columns < 60;
  const things = [
    ...(cites.length === 0 ? [] : [heading('It cites'), ...layout(cites, 1, id, narrow, around)]),
    ...(citedBy.length === 0 ? [] : [heading('It is cited by'), ...layout(citedBy, 1, id, narrow, around)]),
  ];
  const opened: ReaderState = {
    ...state,
    views: [
      ...state.views,
      { kind: 'things', what: 'tree', title: `tree of references: ${id}`, of: id, things, narrow: '', cursor: 1, top: 0 },
    ],
  };
  return cut ? say(opened, 'Only the nearest are shown: there are more.') : opened;
}

const heading = (text: string): Thing => ({ ...makeRow([{ text: ` ${text}`, role: 'strong' }], {}), heading: true });

function layout(nodes: readonly ReferenceNode[], depth: number, from: string, narrow: boolean, around: Surroundings): Thing[] {
  return nodes.flatMap((node) => [rowOf(node, depth, from, narrow, around), ...layout(node.children, depth + 1, node.id, narrow, around)]);
}

function rowOf(
  { id, row, cited, twins, again }: ReferenceNode,
  depth: number,
  from: string,
  narrow: boolean,
  { personal, glyphs }: Surroundings,
): Thing {
  const lead = `${(narrow ? ' ' : '  ').repeat(depth)}${id}`.padEnd(narrow ? 0 : WIDE);
  if (row === null) {
    return makeRow(
      [
        { text: `${lead} `, role: 'dim' },
        { text: `not here, cited ${cited ?? 1}x`, role: 'dim' },
      ],
      { target: whatCites(id) },
    );
  }
  const { verdict, read } = personal.mark(id, null);
  const sign =
    verdict === 'kept'
      ? glyphs.kept
      : verdict === 'skipped'
        ? glyphs.skipped
        : verdict === 'later'
          ? glyphs.later
          : read
            ? ' '
            : glyphs.unread;
  const line: Line = [
    { text: `${lead} ` },
    { text: narrow ? '' : `${row.created?.slice(0, 10) ?? ''.padEnd(10)} `, role: 'dim' },
    { text: `${sign} ` },
    ...(twins.length === 0 ? [] : [{ text: `also as ${twins.join(', ')}  `, role: 'accent' as const }]),
    { text: row.subject?.replaceAll(/\s+/g, ' ') ?? '(no subject)', ...(again && { role: 'dim' as const }) },
    ...(again ? [{ text: '  (elsewhere in this tree)', role: 'dim' as const }] : []),
  ];
  return makeRow(line, { target: { to: 'cable', id, goTo: null, via: { from } }, cable: id });
}
