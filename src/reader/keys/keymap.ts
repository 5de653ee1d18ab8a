/* Every command of the reader with its keys: the one place where a key is bound. What the config binds otherwise is laid over it (`bindKeys`);
 * help, hints, the box and the documents are made from the keymap that comes of it.
 */

export type ScreenKind = 'home' | 'values' | 'list' | 'cable' | 'things' | 'text';

export interface Command {
  readonly id: CommandId;
  /** The key that hints show, then the others. A sequence is written with blanks: `g h`; `A-Z` stands for any capital. */
  readonly keys: readonly string[];
  /** Behind a semicolon stands what may be left out where there is little room. */
  readonly title: string;
  /** What it is called on a screen where that says more. */
  readonly here: Readonly<Partial<Record<ScreenKind, string>>>;
  readonly group: Group;
  readonly on: readonly ScreenKind[];
}

export type Group = 'move' | 'open' | 'go' | 'find' | 'decide' | 'mark' | 'copy' | 'look' | 'leave';

export const GROUPS: Readonly<Record<Group, string>> = {
  move: 'Move',
  open: 'Open and step back',
  go: 'Go',
  find: 'Find',
  decide: 'Decide and write',
  mark: 'Mark rows',
  copy: 'Copy and hand on',
  look: 'Look closer',
  leave: 'Help and leave',
};

const ALL: readonly ScreenKind[] = ['home', 'values', 'list', 'cable', 'things', 'text'];
const ROWS: readonly ScreenKind[] = ['home', 'values', 'list', 'things'];
const CABLES: readonly ScreenKind[] = ['list', 'cable', 'things'];

type Row = readonly [
  id: string,
  keys: readonly string[],
  title: string,
  group: Group,
  on: readonly ScreenKind[],
  here?: Readonly<Partial<Record<ScreenKind, string>>>,
];

const table = [
  ['down', ['j', 'down'], 'a line down', 'move', ALL],
  ['up', ['k', 'up'], 'a line up', 'move', ALL],
  ['page-down', ['space', 'f', 'pgdn', '^f'], 'a page down', 'move', ALL],
  ['page-up', ['b', 'pgup', '^b'], 'a page up', 'move', ALL],
  ['half-down', ['d', '^d'], 'half a page down', 'move', ALL],
  ['half-up', ['u', '^u'], 'half a page up', 'move', ALL],
  ['top', ['g g', 'home', '<'], 'top', 'move', ALL],
  ['end', ['G', 'end', '>'], 'end; 12G the 12th', 'move', ALL],
  [
    'next-stop',
    ['p', '}'],
    'next stop; paragraph, undecided row, day or letter',
    'move',
    ['cable', 'list', 'things', 'values'],
    { cable: 'next paragraph', list: 'next undecided', things: 'next day', values: 'next letter' },
  ],
  [
    'previous-stop',
    ['P', '{'],
    'the one before',
    'move',
    ['cable', 'list', 'things', 'values'],
    { cable: 'previous paragraph', list: 'previous undecided', things: 'previous day', values: 'previous letter' },
  ],
  ['next-cable', ['J', ']'], 'next cable', 'move', ['cable', 'text'], { text: 'next version' }],
  ['previous-cable', ['K', '['], 'previous cable', 'move', ['cable', 'text'], { text: 'the version before' }],
  ['shift-right', ['right'], 'shift a wide table', 'move', ['cable', 'values'], { values: 'count by something else' }],
  ['shift-left', ['left'], 'shift back', 'move', ['cable', 'values'], { values: 'count as before' }],

  ['open', ['enter'], 'open', 'open', ROWS],
  [
    'line-down',
    ['enter'],
    'a line down; in triage: the whole text',
    'open',
    ['cable', 'text'],
    { cable: 'down; in triage: read', text: 'a line down' },
  ],
  [
    'back',
    ['q'],
    'one step back; on Home quit',
    'open',
    ALL,
    { home: 'quit', list: 'back', cable: 'back', values: 'back', things: 'back', text: 'back' },
  ],
  ['places', ["'"], 'my places in this cable', 'open', ['cable']],
  ['trail-back', ['H'], 'back on the trail', 'open', ALL],
  ['trail-forward', ['L'], 'forward on the trail', 'open', ALL],
  ['box', [':', '^p'], 'anything by name', 'open', ALL],
  [
    'triage',
    ['D'],
    'triage this list; in triage: its list',
    'open',
    ['list', 'cable'],
    { list: 'triage this list', cable: 'from triage to its list' },
  ],

  ['go-home', ['g h'], 'home', 'go', ALL],
  ['go-continue', ['g c'], 'continue', 'go', ALL],
  ['go-unread', ['g u'], 'unread', 'go', ALL],
  ['go-kept', ['g v'], 'kept', 'go', ALL],
  ['go-skipped', ['g x'], 'skipped', 'go', ALL],
  ['go-later', ['g w'], 'later', 'go', ALL],
  ['go-tags', ['g t'], 'tags', 'go', ALL],
  ['go-notes', ['g a'], 'notes', 'go', ALL],
  ['go-bookmarks', ['g m'], 'bookmarks', 'go', ALL],
  ['go-counts', ['g b'], 'counts; by origin, country, tag, year', 'go', ['home', 'list', 'cable']],
  ['go-searches', ['g s'], 'saved searches', 'go', ALL],
  ['go-history', ['g l'], 'history', 'go', ALL],
  ['go-undo-list', ['g z'], 'undo list', 'go', ALL],

  [
    'find',
    ['/'],
    'narrow a list; find in a text',
    'find',
    ALL,
    { home: 'search', values: 'narrow', list: 'narrow', things: 'narrow', cable: 'find in this text' },
  ],
  ['narrow', ['l'], 'narrow this list', 'find', ['list']],
  ['next-hit', ['n'], 'next hit', 'find', ['cable']],
  ['previous-hit', ['N'], 'previous hit', 'find', ['cable']],
  ['save-search', ['S'], 'save this search', 'find', ['list', 'cable'], { cable: 'save; the triaged search' }],
  ['order', ['o'], 'other order; by relevance, oldest, ...', 'find', ['list', 'values']],
  ['refresh', ['R'], 'refresh', 'find', ['list', 'home']],

  ['keep', ['v'], 'keep', 'decide', CABLES],
  ['skip', ['x'], 'skip', 'decide', CABLES],
  ['later', ['w'], 'later', 'decide', CABLES],
  ['keep-because', ['V'], 'keep, with a reason', 'decide', CABLES],
  ['skip-because', ['X'], 'skip, with a reason', 'decide', CABLES],
  ['later-until', ['W'], 'later, until a day', 'decide', CABLES],
  ['clear', ['-'], 'take the verdict off', 'decide', CABLES],
  ['mark-read', ['U'], 'read or unread', 'decide', CABLES],
  ['tag', ['t'], 'tag: +a -b', 'decide', CABLES],
  ['note', ['a'], 'write a note', 'decide', CABLES],
  ['note-in-editor', ['A'], 'write a note in $EDITOR', 'decide', CABLES],
  ['bookmark', ['m'], 'bookmark the paragraph', 'decide', ['cable', 'list']],
  ['bookmark-label', ['M'], 'bookmark with a label', 'decide', ['cable']],
  ['repeat', ['.'], 'the last decision again', 'decide', CABLES],
  [
    'undo',
    ['z'],
    'undo; in history and undo list this row',
    'decide',
    ALL,
    { home: 'undo', values: 'undo', list: 'undo', cable: 'undo', text: 'undo', things: 'undo; in history this row' },
  ],
  ['redo', ['Z'], 'redo', 'decide', ALL],

  ['mark-row', ['tab'], 'mark this row', 'mark', ['list']],
  ['mark-to-here', ['S-tab'], 'mark up to here', 'mark', ['list']],
  ['mark-all', ['*'], 'mark all or none', 'mark', ['list']],
  ['mark-query', ['&'], 'mark by a filter', 'mark', ['list']],

  ['copy-paragraph', ['y y'], 'paragraph with citation', 'copy', ['cable']],
  ['copy-text', ['y p'], 'paragraph', 'copy', ['cable']],
  ['copy-id', ['y i'], 'reference id', 'copy', CABLES],
  ['copy-place', ['y r'], 'id with paragraph; 09ARCADIA812#3', 'copy', ['cable']],
  ['copy-link', ['y l'], 'link; to the paragraph under the cursor, or to the cable', 'copy', CABLES],
  ['copy-chicago', ['y c'], 'Chicago; a citation in the style of the manual', 'copy', CABLES],
  ['copy-bibtex', ['y b'], 'BibTeX; a citation for TeX', 'copy', CABLES],
  ['copy-hashtags', ['y #'], 'hashtags', 'copy', CABLES],
  ['copy-plain', ['y v'], 'show plain; what was copied last, for the mouse', 'copy', ALL],
  ['pipe', ['!', '|'], 'pipe to a command', 'copy', CABLES],
  ['open-outside', ['E'], 'open outside; the text in $EDITOR or $PAGER', 'copy', CABLES],

  ['inside', ['i'], 'preview or outline; in a list or a cable', 'look', ['list', 'cable'], { list: 'preview', cable: 'outline' }],
  ['fold', ['s'], 'fold and unfold details', 'look', ['list', 'cable'], { list: 'text below the rows' }],
  ['as-received', ['O'], 'the text as received', 'look', ['cable']],
  [
    'explain',
    ['e'],
    'explain; in lists why it stands as it does',
    'look',
    CABLES,
    { cable: 'explain; TAGS and captions', list: 'why it stands so', things: 'why it stands so' },
  ],
  ['references', ['r r'], 'references', 'look', ['cable', 'list']],
  ['reference-by-label', ['r A-Z'], 'reference A, B, ...', 'look', ['cable']],
  ['reference-tree', ['r t'], 'tree of references; both ways', 'look', ['cable', 'list', 'things']],
  ['articles', ['r a'], 'articles that quote it', 'look', ['cable']],
  ['cited-by', ['c'], 'cited by', 'look', ['cable', 'list']],
  ['versions', ['C'], 'compare versions; of the text', 'look', ['cable', 'text'], { text: 'read this version' }],

  ['help', ['?', 'h', 'f1'], 'keys', 'leave', ALL],
  ['cancel', ['esc', '^g', '^c'], 'cancel', 'leave', ALL, { text: 'back' }],
  ['redraw', ['^l'], 'draw the screen again', 'leave', ALL],
  ['suspend', ['^z'], 'suspend', 'leave', ALL],
  ['quit', ['Q'], 'quit; the place is kept', 'leave', ALL],
] as const satisfies readonly Row[];

export type CommandId = (typeof table)[number][0];

/** The commands of a group. */
export type CommandIn<G extends Group> = Extract<(typeof table)[number], readonly [unknown, unknown, unknown, G, ...unknown[]]>[0];

/** Every command with the keys it has where the config says nothing. */
export const defaultCommands: readonly Command[] = table.map(([id, keys, title, group, on, here]) => ({
  id,
  keys,
  title,
  group,
  on,
  here: here ?? {},
}));

/** What is said of a command where there is little room. */
export const shortTitle = (title: string): string => title.split(';')[0]!;

/** What a command is called on a screen. */
export const titleOn = ({ here, title }: Command, screen: ScreenKind): string => here[screen] ?? title;
