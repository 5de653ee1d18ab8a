/* What a reader needs to know of the form to read a cable well. Shown in the reader, printed by `cables help cables`, and part of docs/. */

import type { HelpSection } from './help-section.ts';

export const understandingCables: readonly HelpSection[] = [
  {
    title: 'Reference id',
    text: [
      'Year, station and serial: 09ARCADIA812 is the 812th cable of Embassy Arcadia in 2009. Inside texts the same id is written with blanks and zeros, ARCADIA 000812, and often without its year; cables understands all of these wherever it asks for one.',
      'About two hundred ids of the whole collection do not follow the rule; they are kept as they were found and linked to their proper twin where there is one.',
    ],
  },
  {
    title: 'Created, released',
    text: [
      'Created is the date-time group of the message, in UTC (Z). Released is when the publisher put the page on line. Early editions of the pages show wrong minutes: the creation time is repaired from the message itself, the release keeps only its date.',
    ],
  },
  {
    title: 'Classification',
    text: [
      ['U', 'UNCLASSIFIED'],
      ['U/FO', 'UNCLASSIFIED//FOR OFFICIAL USE ONLY'],
      ['C   C/NF', 'CONFIDENTIAL; the same, not for foreign nationals (NOFORN)'],
      ['S   S/NF', 'SECRET; the same, not for foreign nationals'],
      'The same letters in front of a paragraph, (C) or (SBU), are its portion mark: the classification of that paragraph alone. SBU means sensitive but unclassified.',
    ],
  },
  {
    title: 'Header',
    text: [
      'The lines before the text are for the network that carried it: transmission number, precedence (ROUTINE < PRIORITY < IMMEDIATE < FLASH), routing indicators, station serial, date-time group, FM (from), TO (for action) and INFO (for information). The reader folds them into one line; s unfolds them.',
      'One in five is marked as a partial extract: there the header is shorter.',
    ],
  },
  {
    title: 'Captions',
    text: [
      ['SIPDIS', 'may be shown on the shared network for cables'],
      ['NOFORN', 'not for foreign nationals'],
      ['EXDIS   NODIS', 'exclusive distribution; none beyond the addressee'],
      ['STADIS   SENSITIVE', 'State Department only; handle with care'],
    ],
  },
  {
    title: 'E.O. 12958, Classified by',
    text: [
      'The executive order under which the cable was classified, when that ends (DECL), who decided it, and why. The reasons most often given are 1.4 (b), foreign government information, and 1.4 (d), foreign relations.',
    ],
  },
  {
    title: 'TAGS',
    text: [
      'Traffic analysis by geography and subject: four letters for a subject (PGOV internal politics, SENV environment), K and letters for a program, two letters for a country, letters for an organisation, a name in brackets for a person. cables tells them apart from your own tags, which you write with t.',
      'Many are misspelt or run together; the reader shows what they probably mean and keeps the original.',
    ],
  },
  {
    title: 'SUBJECT, REF',
    text: [
      'REF lists earlier messages by letter: "REF A" or "reftel" in the text points there. r follows them. Four in ten cited cables are not in the collection: they are shown with how often they are cited.',
    ],
  },
  {
    title: 'Sections and pages',
    text: [
      'Long cables were sent in sections of about a hundred lines. The markers between them, and the heads repeated at each, are folded away while reading; O shows the text as received.',
    ],
  },
  {
    title: 'Paragraphs, redactions, signature',
    text: [
      'Paragraphs are numbered by their writers; links like #12 mean the 12th paragraph, #par12 the anchor of the source site. A run of X is a name that the publisher took out; another version of the same cable may have it. The name at the end is the chief of mission, who signs everything the post sends, not the writer.',
    ],
  },
];
