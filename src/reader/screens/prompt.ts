/* The line one types in, and above it what may be typed, what was understood, or what is wrong. */
import { lineWidth } from '../../text/fit-line.ts';
import type { Line, Piece } from '../../text/line.ts';
import { makeVisible } from '../../text/visible.ts';
import { cutToWidth, width } from '../../text/width.ts';
import { currentView, type Prompt, type ReaderState } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { previewBatch } from '../update/decide/preview-batch.ts';
import type { FilterCompletion } from '../update/prompt/complete-filter.ts';
import { describeWord, favouriteTags } from '../update/write/complete-tag.ts';
import { describeRename } from '../update/write/rename-tag.ts';

/** Where there is one line alone, what is wrong or may follow stands behind what is typed. */
export function drawPrompt(state: ReaderState, prompt: Prompt, around: Surroundings, two: boolean): Line[] {
  const typed = typedLine(prompt, state.size.columns);
  // What a batch would change is shown on the smallest screen too.
  if (two || previewBatch(state, prompt, around) !== '') return [promptHelp(state, prompt, around), typed];
  const more = whatFollows(prompt, Math.max(0, state.size.columns - lineWidth(typed) - 1));
  return [more === null ? typed : [...typed, { text: ' ' }, ...more]];
}

/** The cursor drawn; the end stays in sight. */
function typedLine({ ask, text, cursor }: Prompt, columns: number): Line {
  const room = Math.max(4, columns - width(ask) - 3);
  let from = 0;
  while (width(text.slice(from, cursor)) > room - 1) from += 1;
  const before = text.slice(from, cursor);
  const under = text.slice(cursor, cursor + 1) || ' ';
  const after = cutToWidth(text.slice(cursor + 1), Math.max(0, room - width(before) - 1), '');
  return [{ text: ` ${ask}`, role: 'accent' }, { text: before }, { text: under, role: 'hit' }, { text: after }];
}

/** What is understood as a day, longest first. */
const DAYS = [' tomorrow  3d  fri  next month', ' tomorrow  3d  fri'];

/** What may be typed next, or what is wrong; a value that is only begun is not wrong yet. */
function whatFollows({ kind, text, error, completion }: Prompt, columns: number): Line | null {
  if (kind === 'until' && text === '') return [{ text: DAYS.find((days) => width(days) <= columns) ?? '', role: 'dim' }];
  if (completion !== null && completion.options.length > 0) return drawOptions(completion, columns);
  if (completion !== null && completion.examples.length > 0) return [{ text: ` ${completion.examples.join('  ')}`, role: 'dim' }];
  return error === null ? null : [{ text: ` ${error}`, role: 'warn' }];
}

/** As many as fit, from one that lets the option put in be seen. */
function drawOptions({ options, at }: FilterCompletion, columns: number): Line {
  const lead: Piece = { text: at === null ? ' tab ' : '     ', role: 'dim' };
  let line: Piece[] = [lead];
  for (const [i, { label, detail }] of options.entries()) {
    const pieces: Piece[] = [
      { text: ' ' },
      { text: makeVisible(label), ...(i === at && { role: 'hit' as const }) },
      ...(detail === '' ? [] : [{ text: ` ${makeVisible(detail)}`, role: 'dim' as const }]),
      { text: ' ' },
    ];
    if (lineWidth(line) + lineWidth(pieces) > columns && line.length > 1) {
      if (at === null || at < i) break;
      line = [lead];
    }
    line.push(...pieces);
  }
  return line;
}

function promptHelp(state: ReaderState, prompt: Prompt, around: Surroundings): Line {
  const follows = whatFollows(prompt, state.size.columns);
  if (follows !== null) return follows;
  const changes = previewBatch(state, prompt, around);
  if (changes !== '') return [{ text: ` ${changes}` }, { text: '     enter does it  esc leaves all as it is', role: 'dim' }];
  return [{ text: ` ${describePrompt(state, prompt, around)}`, role: 'dim' }];
}

function describePrompt(state: ReaderState, prompt: Prompt, around: Surroundings): string {
  const { kind, text } = prompt;
  const view = currentView(state);
  switch (kind) {
    case 'narrow':
      if (view.kind !== 'list') return 'letters narrow     enter done  esc as before';
      if (text.trim() === '') return 'words  from:arcadia  tag:SENV  date:2009..  is:unread  -word     up earlier ones';
      return `searching: ${makeVisible(view.understood)}     enter done  esc as before`;
    case 'find': {
      const hits = view.kind === 'cable' ? (view.find?.hits.length ?? 0) : 0;
      const [nextHit, previousHit] = [around.keys.keyOf('next-hit'), around.keys.keyOf('previous-hit')];
      if (text === '') return `words to find     enter done  ${nextHit} next  ${previousHit} previous`;
      if (hits === 0) return 'not in this cable';
      return `${hits} ${hits === 1 ? 'hit' : 'hits'}     enter  then ${nextHit} next, ${previousHit} previous`;
    }
    case 'tag': {
      const begun = describeWord(prompt, around);
      if (begun !== '') return `${begun}     enter done  esc cancel`;
      const used = favouriteTags(around)
        .map((tag, i) => `${i + 1} #${tag}`)
        .join('  ');
      return `${used ? `${used}  or ` : ''}type +a -b, tab completes`;
    }
    case 'rename': {
      const does = describeRename(prompt, around);
      return does === '' ? 'another name; one that is used makes the two one     esc cancel' : `${does}     enter does it  esc cancel`;
    }
    case 'mark':
      return 'a filter within this list:  from:arcadia  tag:SENV  is:unread     enter mark  esc cancel';
    case 'because':
      return 'your reason, for the record     enter done  esc cancel';
    case 'pipe':
      return 'a command of the shell:  wc -w   grep -i dam   tee cable.txt     enter runs it  esc cancel';
    case 'box':
      return 'a command, id, subject, origin or tag     up down choose  enter go  esc close';
    default:
      return 'enter done  esc cancel';
  }
}
