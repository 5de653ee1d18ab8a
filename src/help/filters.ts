/* The filter language: `cables help filters`, the reader's help, docs/filters.md. */
import type { HelpSection } from './help-section.ts';

export const filterHelp: readonly HelpSection[] = [
  {
    title: 'Words',
    text: [
      ['water treaty', 'both words'],
      ['"water treaty"', 'the phrase'],
      ['treat*', 'words that begin so'],
      ['NEAR(water treaty, 5)', 'within five words of each other'],
      ['-fish   not fish', 'without'],
      ['water OR river   ( )', 'either; brackets group'],
      'NOT binds tightest, then words side by side (AND), then OR. Case and accents do not matter. Inner hyphens and dots make a phrase: al-Qaida, U.S., F-16.',
    ],
  },
  {
    title: 'What a cable says',
    text: [
      ['from:arcadia   from:"San Jose"', 'its origin'],
      ['country:spain', 'the country of its origin'],
      ['to:   info:', 'whom it went to'],
      ['tags:SENV', 'its TAGS; tag:SENV its TAGS or your own tags'],
      ['class:secret   class:secret..', 'its classification, or that and higher; class:=secret without NOFORN'],
      ['date:2008..2009-02', 'when it was created; date:2009-06.. and year:2009 as well'],
      ['released:2011-01   added:7d', 'when it was published; when it was imported here'],
      ['subject:   body:', 'where the words stand'],
      ['id:09ARCADIA*', 'its reference id'],
      ['cites:ID   citedby:ID', 'what refers to a cable; what a cable refers to'],
      ['portion:S', 'a paragraph marked so'],
      ['size:50k..   sections:4..', 'how long it is'],
      ['has:refs   has:redaction   has:versions', 'what there is in it'],
      'Ranges include both ends; cable times are UTC.',
    ],
  },
  {
    title: 'What you did',
    text: [
      ['is:unread   is:read', 'whether you read it: to its end, for ten seconds, or marked so'],
      ['is:kept   is:skipped   is:later', 'your verdict outside of any question; is:due, is:undecided as well'],
      ['is:bookmarked   is:noted   is:tagged', 'what you left on it'],
      ['mine:follow-up', 'your own tag, and those below it'],
      ['note:gauge', 'words of your notes'],
      ['seen:7d', 'opened in the last seven days'],
      ['search:border', 'a saved search; kept:border, skipped:border, later:border, undecided:border are its verdicts'],
    ],
  },
];
