/* The ten-minute tour: docs/tour.md is made from it, and a story walks it in a real terminal. */

export type TourStep =
  | {
      readonly say: string;
      /** Keys by name; what begins with `"` is typed as it is. */
      readonly press: readonly string[];
      /** Stands on the screen afterwards. */
      readonly shows: string;
    }
  | {
      readonly say: string;
      /** What is typed in a shell. */
      readonly type: string;
      /** Stands in what it prints. */
      readonly shows: string;
    };

export interface TourPart {
  readonly title: string;
  readonly text: string;
  readonly steps: readonly TourStep[];
}

export const tour: readonly TourPart[] = [
  {
    title: 'Look around',
    text: 'The sample holds about two hundred invented cables, in a library of its own: nothing here touches yours. The last line always names the next keys, the line above it what just happened.',
    steps: [
      { say: 'Open it.', type: 'cables --sample', shows: 'SAMPLE' },
      { say: 'Down a few lines to a way in, and back up.', press: ['j', 'j', 'k'], shows: 'Browse' },
      {
        say: 'All that is unread: `g` and a letter goes anywhere; the letters stand below while you think.',
        press: ['g', 'u'],
        shows: 'unread',
      },
      { say: 'A page down, and to the top again.', press: ['space', 'g', 'g'], shows: '1/220' },
      { say: 'Open the cable under the cursor.', press: ['enter'], shows: 'Viewing cable' },
      { say: 'One step back. `q` never loses anything; on Home it quits.', press: ['q'], shows: 'D triage' },
      { say: 'Every key of this screen, whenever you wonder.', press: ['?'], shows: 'keys of this screen' },
      { say: 'And back.', press: ['q'], shows: 'D triage' },
    ],
  },
  {
    title: 'Search',
    text: 'Searching narrows as you type. Words side by side must all be there; a field and a colon asks for what a cable says of itself.',
    steps: [
      { say: 'Every cable with a word that begins so.', press: ['/', '"gauge', 'enter'], shows: 'gauge' },
      { say: 'Only those from one post.', press: ['/', '"from:arcadia', 'enter'], shows: 'from:arcadia' },
      {
        say: 'The cable under the cursor below the list, without opening it; once more closes it.',
        press: ['i', 'i'],
        shows: 'from:arcadia',
      },
      {
        say: 'Anything by name: a cable, a post, a tag, a command.',
        press: [':', '"09ARCADIA812', 'enter'],
        shows: 'Viewing cable 09ARCADIA812',
      },
    ],
  },
  {
    title: 'Read closely',
    text: 'The head is folded, page markers are out of the way, paragraphs are numbered. What the form means is explained where it stands.',
    steps: [
      { say: 'From paragraph to paragraph.', press: ['p', 'p'], shows: '¶2 of' },
      { say: 'What do its TAGS and captions mean?', press: ['e'], shows: 'SENV' },
      { say: 'Back to the text.', press: ['q'], shows: '¶2 of' },
      { say: 'Bookmark this paragraph.', press: ['m'], shows: '¶2 bookmarked' },
      { say: 'Write a note on it.', press: ['a', '"ask M. about the 2004 survey', 'enter'], shows: 'ask M. about the 2004 survey' },
      { say: 'Find a word in this cable; `n` goes to the next hit.', press: ['/', '"wells', 'enter'], shows: 'hit 1 of' },
      { say: 'The text as it was received, page markers and all; once more is back.', press: ['O', 'O'], shows: ' of ' },
      { say: 'Which cables does it refer to?', press: ['r', 'r'], shows: 'references: 09ARCADIA812' },
      { say: 'Back.', press: ['q'], shows: 'm bookmark' },
    ],
  },
  {
    title: 'Decide, and take it back',
    text: 'One key each: keep, skip, later. A capital asks for a reason or a day. Everything can be undone, next week too.',
    steps: [
      { say: 'Keep it, with a reason.', press: ['V', '"the gauge quote', 'enter'], shows: 'kept 09ARCADIA812' },
      { say: 'Give it tags of your own.', press: ['t', '"+follow-up +water', 'enter'], shows: '+follow-up' },
      { say: 'Undo: the tags are off again.', press: ['z'], shows: 'undone' },
      { say: 'Redo: they are back.', press: ['Z'], shows: 'done again' },
    ],
  },
  {
    title: 'Work through a question',
    text: 'Save a search and it is a question with verdicts of its own. Triage shows what one must see of each cable to decide: its summary, every hit, its comment.',
    steps: [
      { say: 'A search.', press: ['g', 'h', '/', '"border', 'enter'], shows: 'border' },
      { say: 'Save it as a question.', press: ['S', '"borders', 'enter'], shows: 'saved as borders' },
      { say: 'Work through it.', press: ['D'], shows: 'triage › borders' },
      { say: 'Keep it; the next one comes at once.', press: ['v'], shows: '1 ✓ · 0 ×' },
      { say: 'Skip.', press: ['x'], shows: '1 ✓ · 1 ×' },
      { say: 'This one on Friday.', press: ['W', '"fri', 'enter'], shows: '1 ✓ · 1 × · 1 ◷' },
      { say: 'Its list: decided rows stay where they are until you refresh.', press: ['D'], shows: '✓ 10LOWFORD33' },
      { say: 'Leave. Next time the first row of Home goes on exactly here.', press: ['Q'], shows: '' },
    ],
  },
  {
    title: 'The same from the shell',
    text: 'Every list and every decision is also a plain command, so that scripts and other programs can take part.',
    steps: [
      { say: 'What is kept.', type: 'cables --sample list is:kept', shows: '09ARCADIA812' },
      { say: 'How many cables speak of gauges, by year.', type: 'cables --sample count gauge --by year', shows: '2009' },
      { say: 'Read one; a long one goes through your pager.', type: 'cables --sample show 09ARCADIA812#2', shows: 'delta cooperatives' },
      {
        say: 'Tag what a filter finds; first look what it would do.',
        type: 'cables --sample tag +gauges --dry-run -- gauge',
        shows: 'would',
      },
      { say: 'How did it come by its tags and verdicts?', type: 'cables --sample why 09ARCADIA812', shows: 'because: the gauge quote' },
      { say: 'What was done today.', type: 'cables --sample log --since 1d --limit 20', shows: 'bookmarked' },
      {
        say: 'Notes with quote and citation, to be put into a text.',
        type: 'cables --sample export notes',
        shows: 'ask M. about the 2004 survey',
      },
      {
        say: 'The ledger of the question: every verdict, when, where and why.',
        type: 'cables --sample export ledger --for borders --format csv',
        shows: 'skipped',
      },
    ],
  },
  {
    title: 'Make it your own',
    text: 'Bring your own cables with `cables import PATH`. Keys, colours, columns and more are set in a file: [config.md](config.md).',
    steps: [
      { say: 'A file to begin with.', type: 'cables config example', shows: '"favourites"' },
      { say: 'Where it belongs, and whether what stands there is sound.', type: 'cables config', shows: 'config.json' },
      { say: 'The filter language.', type: 'cables help filters', shows: 'NOT binds tightest' },
    ],
  },
];
