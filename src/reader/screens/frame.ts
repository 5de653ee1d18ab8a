/* What every screen has in the same spots: the place above, what just happened and the next keys below. */

import { fitLine, lineWidth } from '../../text/fit-line.ts';
import { groupDigits } from '../../text/group-digits.ts';
import type { Line, Piece } from '../../text/line.ts';
import { type CommandId, shortTitle } from '../keys/keymap.ts';
import type { Keymap } from '../keys/live-keymap.ts';
import { currentView, type ReaderState } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { firstHint } from './first-hint.ts';
import { frameLines } from './page-size.ts';
import { drawPrompt } from './prompt.ts';

/** A command, one with another word than usual, or the prefix that one's sequence begins with. */
export type Hint = CommandId | readonly [command: CommandId, label: string] | { readonly prefixOf: CommandId; readonly label: string };

/** Left and right parts of one line, a blank at least between them; the left one is cut where both do not fit. */
export function spread(left: Line, right: Line, columns: number): Line {
  const wide = lineWidth(right);
  if (wide + 4 > columns) return fitLine(left, columns);
  const between: Line = wide === 0 ? [] : [{ text: ' ' }];
  return [...fitLine(left, columns - wide - 1 - between.length), ...between, ...right, { text: ' ' }];
}

/** A screen of exactly `rows` lines: those above, as many of the content as fit, those below. */
export function composeScreen(
  state: ReaderState,
  above: readonly Line[],
  content: readonly Line[],
  hints: readonly Hint[],
  around: Surroundings,
  extra = '',
): Line[] {
  const { columns, rows } = state.size;
  const below = bottomLines(state, hints, around, extra);
  const room = Math.max(0, rows - above.length - below.length);
  const body = content.slice(0, room);
  while (body.length < room) body.push([]);
  return [...above, ...body, ...below].slice(0, rows).map((line) => fitLine(line, columns, around.glyphs.ellipsis));
}

function bottomLines(state: ReaderState, hints: readonly Hint[], around: Surroundings, extra: string): Line[] {
  const { prompt } = state;
  const two = frameLines(state).below === 2;
  const { columns } = state.size;
  const status = statusLine(state, around, columns);
  if (prompt) return drawPrompt(state, prompt, around, two);
  if (state.pending !== '') {
    const next = around.keys.continuations(state.pending, currentView(state).kind);
    const lines = prefixLines(state.pending, next, columns);
    return two && lines.length === 1 ? [[], ...lines] : lines;
  }
  const keys = hintLine(hints, extra, columns, around);
  if (two) return [status, keys];
  return [state.status ? status : keys];
}

/** What may follow a prefix, over as many lines as it takes: none of it may be missing. */
function prefixLines(prefix: string, next: readonly { readonly key: string; readonly title: string }[], columns: number): Line[] {
  const lines: Piece[][] = [[{ text: ` ${prefix}  `, role: 'accent' }]];
  for (const { key, title } of next) {
    const pieces: Piece[] = [{ text: key, role: 'strong' }, { text: ` ${shortTitle(title)}  ` }];
    if (lineWidth([...lines.at(-1)!, ...pieces]) > columns) lines.push([{ text: '    ' }]);
    lines.at(-1)!.push(...pieces);
  }
  return lines;
}

/** The next keys; where not all fit, those before the last two (back, help) go first. */
function hintLine(hints: readonly Hint[], extra: string, columns: number, { keys }: Surroundings): Line {
  const shown = hints.map((hint) => readHint(hint, keys)).filter(({ key }) => key !== '');
  for (;;) {
    const line: Line = [
      { text: ' ' },
      ...(extra ? [{ text: `${extra}   ` }] : []),
      ...shown.flatMap(({ key, label }, i): Piece[] => [
        { text: key, role: 'strong' },
        { text: ` ${label}${i === shown.length - 1 ? '' : '  '}` },
      ]),
    ];
    if (lineWidth(line) <= columns || shown.length <= 2) return line;
    shown.splice(shown.length - 3, 1);
  }
}

function readHint(hint: Hint, keys: Keymap): { readonly key: string; readonly label: string } {
  if (typeof hint === 'string') return { key: keys.keyOf(hint), label: HINTS[hint] ?? hint };
  if ('prefixOf' in hint) return { key: keys.prefixOf(hint.prefixOf), label: hint.label };
  return { key: keys.keyOf(hint[0]), label: hint[1] };
}

const HINTS: Readonly<Partial<Record<CommandId, string>>> = {
  open: 'open',
  find: 'narrow',
  box: 'anything by name',
  'go-home': 'home',
  help: 'keys',
  back: 'back',
  quit: 'quit',
  tag: 'tag',
  keep: 'keep',
  skip: 'skip',
  later: 'later',
  triage: 'triage',
  'next-stop': '¶',
  bookmark: 'bookmark',
  note: 'note',
  'copy-paragraph': 'copy',
  'page-down': 'more',
  explain: 'why',
  'mark-row': 'mark',
  undo: 'take back',
  order: 'order',
  inside: 'outline',
};

function statusLine(state: ReaderState, around: Surroundings, columns: number): Line {
  const { glyphs, keys } = around;
  const { status, count, trouble, newer } = state;
  if (count !== '') return [{ text: ` ${count}`, role: 'accent' }];
  if (status === null) {
    if (trouble !== null) return [{ text: ` ${trouble}`, role: 'bad' }];
    if (newer > 0)
      return [{ text: ` ${groupDigits(newer)} newer ${glyphs.dot} ` }, { text: keys.keyOf('refresh'), role: 'strong' }, { text: ' show' }];
    const hint = firstHint(state, around);
    return hint === '' ? [] : [{ text: ` ${hint}`, role: 'accent' }];
  }
  if (status.text === '') return [];
  const sign = status.tone === 'done' ? `${glyphs.kept} ` : '';
  const left: Line = [{ text: ` ${sign}${status.text}`, role: status.tone === 'done' ? 'good' : status.tone === 'bad' ? 'warn' : 'plain' }];
  const undo = keys.keyOf('undo');
  return status.undo && undo !== '' ? spread(left, [{ text: undo, role: 'strong' }, { text: ' undo' }], columns) : left;
}

/** A full-width rule under the title, left out on small terminals. */
export function rule(state: ReaderState, { glyphs }: Surroundings): Line[] {
  return frameLines(state).above === 2 ? [[{ text: glyphs.rule.repeat(state.size.columns), role: 'dim' }]] : [];
}
