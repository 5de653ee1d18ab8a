/* A command on the current screen. */
import { keysOfScreen } from '../keys/key-sheet.ts';
import { type CommandId, keyOf } from '../keys/keymap.ts';
import type { Step } from '../messages.ts';
import { rowsPerPage } from '../screens/page-size.ts';
import { currentView, type ReaderState, type ThingsKind, withView } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { findInCable, goToEdge, goToParagraph, openCable, recordReading, showVersion, stepParagraph } from './cable.ts';
import { copyFrom } from './copy.ts';
import { giveVerdict, redoLast, repeatLast, subjectOf, toggleBookmark, toggleRead, undoLast, type VerdictCommand } from './decide.ts';
import { explain } from './explain.ts';
import { find, goToNextHit } from './find.ts';
import { follow, openText } from './follow.ts';
import { homeCursor, homeRows, refreshHome } from './home.ts';
import { leaveCable } from './leave-cable.ts';
import { moveTo, openList, orderList, refreshList, rowUnderCursor, seekUndecided, viaOf } from './list.ts';
import { markAll, markRow, markToHere } from './mark-rows.ts';
import { move } from './move.ts';
import { nextCable } from './next-cable.ts';
import { togglePreview } from './preview.ts';
import { ask } from './prompt.ts';
import { openReference, showReferences } from './references.ts';
import { nothing, say, withEffects } from './step.ts';
import { openThings, shownThings } from './things.ts';
import { triage } from './triage.ts';
import { nextLetter, shownValues, targetOf } from './values.ts';
import { whyNot } from './why-not.ts';

export interface Given {
  readonly command: CommandId;
  readonly count: number;
  /** A count was typed. */
  readonly counted: boolean;
  /** What is on the screen was sent, and acknowledged where the terminal answers. */
  readonly settled: boolean;
  /** The last key of a sequence that stands for several: the label of a reference. */
  readonly key?: string;
}

const MOVES_ON: ReadonlySet<CommandId> = new Set(['keep', 'skip', 'later']);
const ORDERS = ['newest', 'oldest', 'released', 'origin', 'subject'] as const;
const PLACES: Readonly<Partial<Record<CommandId, ThingsKind>>> = {
  'go-tags': 'tags',
  'go-notes': 'notes',
  'go-bookmarks': 'bookmarks',
  'go-searches': 'searches',
  'go-history': 'history',
  'go-undo-list': 'undo',
};
const STATES: Readonly<Partial<Record<CommandId, string>>> = {
  'go-unread': 'unread',
  'go-kept': 'kept',
  'go-skipped': 'skipped',
  'go-later': 'later',
};

export function runCommand(state: ReaderState, given: Given, around: Surroundings): Step<ReaderState> {
  const { command, count } = given;
  const view = currentView(state);
  const reason = whyNot(command, state, around);
  if (reason !== null) return nothing(say(state, `${keyOf(command)}: ${reason}.`, 'plain'));
  // Never decide the unseen: a key that moves on applies to what was shown.
  if (MOVES_ON.has(command) && !given.settled && view.kind === 'cable' && view.triage)
    return nothing(say(state, `${command} ignored: this cable was not shown yet.`, 'bad'));
  const place = PLACES[command];
  if (place) return leaveCable(state, around, (next) => nothing(openThings(next, place, null, around)));
  const personal = STATES[command];
  if (personal) return leaveCable(state, around, (next) => openList(next, { title: personal, query: `is:${personal}` }, around));
  switch (command) {
    case 'down':
    case 'line-down':
      return move(state, count, around);
    case 'up':
      return move(state, -count, around);
    case 'page-down':
      return move(state, count * pageStep(state), around);
    case 'page-up':
      return move(state, -count * pageStep(state), around);
    case 'half-down':
      return move(state, Math.ceil(rowsPerPage(state) / 2), around);
    case 'half-up':
      return move(state, -Math.ceil(rowsPerPage(state) / 2), around);
    case 'top':
      return given.counted ? goToNumber(state, count, around) : edge(state, 'top', around);
    case 'end':
      return given.counted ? goToNumber(state, count, around) : edge(state, 'end', around);
    case 'next-stop':
      return stop(state, count, 1, around);
    case 'previous-stop':
      return stop(state, count, -1, around);
    case 'next-cable':
      return nextCable(state, count, around);
    case 'previous-cable':
      return nextCable(state, -count, around);
    case 'shift-right':
      return view.kind === 'cable' ? nothing(withView(state, { ...view, shift: Math.min(view.shift + 20, 200) })) : nothing(state);
    case 'shift-left':
      return view.kind === 'cable' ? nothing(withView(state, { ...view, shift: Math.max(0, view.shift - 20) })) : nothing(state);
    case 'open':
      return openRow(state, around);
    case 'back':
      return stepBack(state, around);
    case 'trail-back':
      return trailBack(state, around);
    case 'trail-forward': {
      const [next, ...rest] = state.forward;
      return next
        ? nothing({ ...state, forward: rest, views: [...state.views, next] })
        : nothing(say(state, 'Nothing further on the trail.'));
    }
    case 'box':
      return withEffects(ask(state, { kind: 'box', ask: ':', command }), { kind: 'load-choices', text: '' });
    case 'triage':
      return triage(state, around);
    case 'go-home':
      return leaveCable(state, around, (next) => follow(next, { to: 'home' }, around));
    case 'go-continue':
      return leaveCable(state, around, (next) => follow(next, { to: 'continue' }, around));
    case 'find':
    case 'narrow':
      return find(state, around);
    case 'next-hit':
      return view.kind === 'cable' ? goToNextHit(state, count, around) : nothing(state);
    case 'previous-hit':
      return view.kind === 'cable' ? goToNextHit(state, -count, around) : nothing(state);
    case 'save-search':
      return view.kind === 'list'
        ? nothing(ask(state, { kind: 'save', ask: 'save as: ', command, text: view.question === null ? '' : view.title }))
        : nothing(state);
    case 'order':
      if (view.kind === 'list')
        return orderList(state, view, ORDERS[(ORDERS.indexOf(view.sort as (typeof ORDERS)[number]) + 1) % ORDERS.length]!);
      return view.kind === 'values'
        ? nothing(
            say(
              withView(state, { ...view, order: view.order === 'count' ? 'name' : 'count', cursor: 0, top: 0 }),
              view.order === 'count' ? 'order: by name' : 'order: by count',
            ),
          )
        : nothing(state);
    case 'refresh':
      return view.kind === 'list' ? refreshList(state, view) : withEffects(state, { kind: 'adopt' });
    case 'keep':
    case 'skip':
    case 'later':
    case 'clear':
      return giveVerdict(state, command as VerdictCommand, around);
    case 'keep-because':
      return withSubject(state, (cables) => ask(state, { kind: 'because', ask: 'keep, because: ', command: 'keep', cables }));
    case 'skip-because':
      return withSubject(state, (cables) => ask(state, { kind: 'because', ask: 'skip, because: ', command: 'skip', cables }));
    case 'later-until':
      return withSubject(state, (cables) =>
        ask(state, { kind: 'until', ask: 'later, until (tomorrow, 3d, fri, next month): ', command: 'later', cables }),
      );
    case 'mark-read':
      return toggleRead(state, around);
    case 'tag':
      return withSubject(state, (cables) =>
        ask(state, { kind: 'tag', ask: cables.length > 1 ? `tag ${cables.length} cables: ` : 'tag: ', command, cables }),
      );
    case 'note': {
      const subject = subjectOf(state);
      const para = view.kind === 'cable' && view.paragraph !== null ? view.paragraph + 1 : null;
      const earlier = subject ? around.personal.notes(subject.cables[0]!).find((note) => note.para === para) : undefined;
      return withSubject(state, (cables) =>
        ask(state, {
          kind: 'note',
          ask: para === null ? 'note: ' : `note on ${around.glyphs.paragraph}${para}: `,
          command,
          cables,
          text: earlier?.text.replaceAll('\n', ' ') ?? '',
        }),
      );
    }
    case 'bookmark':
      return toggleBookmark(state, null, around);
    case 'bookmark-label':
      return nothing(ask(state, { kind: 'label', ask: 'bookmark as: ', command }));
    case 'repeat':
      return repeatLast(state, around);
    case 'undo':
      return undoLast(state, around);
    case 'redo':
      return redoLast(state, around);
    case 'mark-row':
      return view.kind === 'list' ? markRow(state, view) : nothing(state);
    case 'mark-to-here':
      return view.kind === 'list' ? markToHere(state, view) : nothing(state);
    case 'mark-all':
      return view.kind === 'list' ? markAll(state, view) : nothing(state);
    case 'copy-paragraph':
    case 'copy-text':
    case 'copy-id':
    case 'copy-link':
    case 'copy-hashtags':
      return copyFrom(state, command);
    case 'inside':
      if (view.kind === 'list') return togglePreview(state, view);
      return view.kind === 'cable' && view.cable ? nothing(openThings(state, 'outline', view.id, around)) : nothing(state);
    case 'fold':
      return view.kind === 'cable' ? nothing(withView(state, { ...view, unfolded: !view.unfolded, top: 0 })) : nothing(state);
    case 'as-received': {
      if (view.kind !== 'cable') return nothing(state);
      const turned = { ...view, received: !view.received, top: 0 };
      const shown = say(withView(state, turned), turned.received ? 'The text as received.   O back to reading' : '');
      return nothing(view.paragraph === null ? shown : goToParagraph(shown, turned, view.paragraph, around));
    }
    case 'explain':
      return explain(state, around);
    case 'references':
      return showReferences(state, around);
    case 'reference-by-label':
      return openReference(state, given.key ?? '', around);
    case 'places':
      return view.kind === 'cable' ? nothing(openThings(state, 'places', view.id, around)) : nothing(state);
    case 'cited-by': {
      const id = view.kind === 'cable' ? view.id : view.kind === 'list' ? rowUnderCursor(view)?.id : undefined;
      return id ? withEffects(state, { kind: 'load-citing', id }) : nothing(state);
    }
    case 'versions':
      return otherVersion(state);
    case 'help':
      return nothing(openText(state, 'keys of this screen', keysOfScreen(view.kind, state.size.columns)));
    case 'cancel':
      if (view.kind === 'cable' && view.find) return nothing(findInCable(state, view, '', [], around));
      return nothing({ ...state, pending: '', count: '', status: null });
    case 'redraw':
      return withEffects(state, { kind: 'redraw' });
    case 'suspend':
      return withEffects(state, { kind: 'suspend' });
    case 'quit':
      return quit(state, around);
    default:
      return nothing(say(state, `${command} does nothing here`));
  }
}

/** A page keeps one line of the last one in sight. */
const pageStep = (state: ReaderState): number => Math.max(1, rowsPerPage(state) - 1);

function stepBack(state: ReaderState, around: Surroundings): Step<ReaderState> {
  if (state.views.length === 1) return quit(state, around);
  return leaveCable(state, around, (left) => {
    const closing = currentView(left);
    const forward = closing.kind === 'cable' ? [closing, ...left.forward].slice(0, 50) : left.forward;
    const below: ReaderState = { ...left, views: left.views.slice(0, -1), forward };
    return currentView(below).kind === 'home' ? refreshHome(below, around) : nothing(below);
  });
}

function trailBack(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const below = state.views.slice(0, -1).findLastIndex(({ kind }) => kind === 'cable');
  if (below === -1) return nothing(say(state, 'The trail of cables begins here.   q one step back'));
  return leaveCable(state, around, (left) =>
    nothing({ ...left, forward: [currentView(left), ...left.forward].slice(0, 50), views: left.views.slice(0, below + 1) }),
  );
}

function quit(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const left = recordReading(state, around, true);
  return { state: { ...left.state, quitting: true }, effects: [...left.effects, { kind: 'quit' }] };
}

function openRow(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  switch (view.kind) {
    case 'home': {
      const rows = homeRows(state, around);
      const target = rows[homeCursor(rows, view)]?.target;
      return target ? follow(state, target, around) : nothing(state);
    }
    case 'values': {
      const value = shownValues(view)[view.cursor];
      return value ? follow(state, targetOf(view, value), around) : nothing(state);
    }
    case 'list': {
      const row = rowUnderCursor(view);
      return row ? openCable(state, { id: row.id, goTo: null, via: viaOf(view), index: view.cursor }, around) : nothing(state);
    }
    case 'things': {
      const target = shownThings(view)[view.cursor]?.target;
      return target ? follow(state, target, around) : nothing(say(state, 'That cannot be opened.'));
    }
    default:
      return nothing(state);
  }
}

function edge(state: ReaderState, to: 'top' | 'end', around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind === 'cable') return nothing(goToEdge(state, view, to, around));
  return move(state, to === 'top' ? -1e9 : 1e9, around);
}

function goToNumber(state: ReaderState, number: number, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind === 'cable') return nothing(goToParagraph(state, view, number - 1, around));
  if (view.kind === 'list') return moveTo(state, view, number - 1);
  return move(state, number - 1 - ('cursor' in view ? view.cursor : view.top), around);
}

function stop(state: ReaderState, count: number, direction: 1 | -1, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind === 'cable') return nothing(stepParagraph(state, view, count * direction, around));
  if (view.kind === 'list') return seekUndecided(state, view, direction);
  if (view.kind === 'values') return move(state, nextLetter(view, direction) - view.cursor, around);
  if (view.kind === 'things') {
    const things = shownThings(view);
    const headings = things.flatMap(({ heading }, i) => (heading ? [i] : []));
    const next = direction > 0 ? headings.find((i) => i > view.cursor) : headings.findLast((i) => i < view.cursor - 1);
    return next === undefined ? nothing(state) : move(state, next + 1 - view.cursor, around);
  }
  return nothing(state);
}

function withSubject(state: ReaderState, open: (cables: readonly string[]) => ReaderState): Step<ReaderState> {
  const subject = subjectOf(state);
  return nothing(subject === null ? say(state, 'No cable under the cursor.', 'bad') : open(subject.cables));
}

function otherVersion(state: ReaderState): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind !== 'cable' || view.found === null) return nothing(state);
  if (view.found.length === 1) return nothing(say(state, 'There is one version of this text here.'));
  const version = (view.version + 1) % view.found.length;
  return {
    state: say(showVersion(state, version), `version ${version + 1} of ${view.found.length}: ${view.found[version]!.source.edition}`),
    effects: [],
  };
}
