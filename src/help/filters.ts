/* The filter language in one screen: `cables help filters`, the reader's help, docs/filters.md. */
import type { HelpSection } from './understanding-cables.ts';

export const filterHelp: readonly HelpSection[] = [
  {
    title: 'Words',
    text: [
      '  water treaty          both words         "water treaty"   the phrase',
      '  treat*                words that begin so   NEAR(water treaty, 5)  within five words',
      '  -fish  or  not fish   without             water OR river   either   ( ) groups',
      'NOT binds tightest, then words side by side (AND), then OR. Case and accents do not matter. Inner hyphens and dots make a phrase: al-Qaida, U.S., F-16.',
    ],
  },
  {
    title: 'What a cable says',
    text: [
      '  from:arcadia  from:"San Jose"   origin      country:spain      to:  info:   addressees',
      '  tags:SENV         its TAGS                  tag:SENV           its TAGS or your own tags',
      '  class:secret  class:=secret  class:secret..     subject:  body:     where the words stand',
      '  date:2008..2009-02  date:2009-06..  year:2009   released:2011-01    added:7d',
      '  id:09ARCADIA*     cites:09ARCADIA812        citedby:09ARCADIA812',
      '  portion:S  size:50k..  sections:4..         has:refs  has:redaction  has:versions',
      'Ranges include both ends; cable times are UTC.',
    ],
  },
  {
    title: 'What you did',
    text: [
      '  is:unread  is:read  is:kept  is:skipped  is:later  is:due  is:undecided',
      '  is:bookmarked  is:noted  is:tagged   mine:follow-up   note:gauge   seen:7d',
      '  search:border   a saved search       kept:border  skipped:border  undecided:border   its verdicts',
    ],
  },
];
