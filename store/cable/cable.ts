/* A cable as found, and what it says.
 *
 *     found (a shard line, immutable)  ──parseCable──▶  Cable: fields + spans over `body` + problems
 *
 * Parsing never fails: it returns what it understood and a list of problems. Nothing here changes a character of the
 * text; every view (rewrapped, without page markers, sections folded) is made of spans over it.
 */

/** A half-open range of UTF-16 units of `body`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What the source says beside the text, as found: nothing repaired. */
export interface Cells {
  /** `2009-02-11 12:12` on a page, `2/27/2009 23:36` in cables.csv. */
  readonly created: string | null;
  readonly released: string | null;
  readonly classification: string | null;
  readonly origin: string | null;
  /** The heading of the page: the first physical line of the subject only. */
  readonly subject: string | null;
  /** Words of the body that the page links to its tag lists, in order, without repeats. */
  readonly links: readonly string[];
  /** Addresses of articles that quote the cable, where the page lists them. */
  readonly articles: readonly string[];
  /** The references column of cables.csv, split at `|`. */
  readonly references?: readonly string[];
}

export type SourceFormat = 'page' | 'text' | 'csv' | 'ndjson';

/** Oldest to newest. `2010-11-29` has one Date column, `final` has correct minutes; `csv` and `saved` (text saved from a browser) have no year. */
export type Edition = '2010-11-29' | '2010-12' | '2011-04' | 'final' | 'csv' | 'saved';

export interface Source {
  readonly format: SourceFormat;
  readonly edition: Edition;
  /** Path below the imported tree, or the file's name. */
  readonly path: string;
  /** SHA-256 of the file, or of the csv record, hex. */
  readonly sha256: string;
}

/** One line of a shard: what was found. `body` keeps ¶ where the source has it. */
export interface FoundCable {
  /** Canonical where it can be made so, else as found. */
  readonly id: string;
  readonly cells: Cells;
  readonly headerText: string;
  readonly body: string;
  readonly source: Source;
}

export interface Problem {
  /** Stable, kebab-case: counted by the importer. */
  readonly code: string;
  readonly message: string;
}

/** UNCLASSIFIED < UNCLASSIFIED//FOR OFFICIAL USE ONLY < CONFIDENTIAL < CONFIDENTIAL//NOFORN < SECRET < SECRET//NOFORN. */
export type Classification =
  | 'UNCLASSIFIED'
  | 'UNCLASSIFIED//FOR OFFICIAL USE ONLY'
  | 'CONFIDENTIAL'
  | 'CONFIDENTIAL//NOFORN'
  | 'SECRET'
  | 'SECRET//NOFORN';

export interface Addressee {
  /** Routing indicator, `RUEHC`. */
  readonly route: string | null;
  readonly name: string;
  /** `PRIORITY`, `IMMEDIATE`, `NIACT IMMEDIATE`, ... as written at the name. */
  readonly precedence: string | null;
  /** Message continuity number, four digits as written. */
  readonly number: string | null;
}

/** The ACP-127 header block (5 FAH-2 H-320). */
export interface Header {
  /** `VZCZCMXI234`: channel and number of the transmission identification line. */
  readonly transmission: string | null;
  /** `ROUTINE`, `PRIORITY`, `IMMEDIATE`, `FLASH`; dual precedences as `IMMEDIATE ROUTINE`. */
  readonly precedence: string | null;
  /** `272336Z FEB 09`, upper case. */
  readonly dtg: string | null;
  readonly from: string | null;
  readonly to: readonly Addressee[];
  readonly info: readonly Addressee[];
  /** "This record is a partial extract of the original cable." */
  readonly partial: boolean;
  /** Routing line, DE line (station serial, Julian day and time) and security prosign (`ZNR UUUUU ZZH`), as found. */
  readonly routing: readonly string[];
  readonly de: string | null;
  readonly prosign: string | null;
  readonly kind: 'acp127' | 'partial' | 'distribution' | 'email' | 'null' | 'other';
}

export type ReferenceKind = 'cable' | 'email' | 'tel' | 'book' | 'report' | 'fax' | 'memo' | 'meeting' | 'web' | 'other';

export interface Reference {
  /** The enumerator: `A`. */
  readonly label: string | null;
  /** Canonical id for a cable, else null. */
  readonly id: string | null;
  readonly kind: ReferenceKind;
  readonly text: string;
  /** Where it stands in the body. */
  readonly span: Span;
  /** The year was not written and was taken from the cable's own date. */
  readonly inferredYear: boolean;
}

export interface TagFound {
  /** As understood: one tag, upper case. */
  readonly tag: string;
  /** As written; several tags may share one merged or misspelt original. */
  readonly original: string;
  readonly span: Span;
}

export interface Paragraph extends Span {
  /** The cable's own number, or null where it has none. */
  readonly number: number | null;
  /** The site's anchor that begins it, `par12`. */
  readonly anchor: string | null;
  /** `SBU`, `C/NF`: without the brackets, blanks and typos mended. */
  readonly portion: string | null;
  /** Where the text proper starts, after number and portion mark. */
  readonly textStart: number;
}

/** A stretch of the text after the head that is laid out in one way. Blocks are in order, do not overlap, and cover all of the text after `head` but blank lines. */
export interface Block extends Span {
  readonly kind: 'prose' | 'heading' | 'table' | 'rule' | 'signature' | 'trailer';
  /** Index into `paragraphs`, or null before the first. */
  readonly paragraph: number | null;
  /** Columns the prose was indented by. */
  readonly indent: number;
}

export interface Layout {
  /** First line to SUBJECT/REF/Classified By: what the screen shows as head instead. */
  readonly head: Span;
  /** The spans of head fields, label included. */
  readonly fields: readonly (Span & {
    readonly name: 'classification' | 'captions' | 'distribution' | 'eo' | 'tags' | 'subject' | 'ref' | 'classified-by' | 'preamble';
  })[];
  readonly blocks: readonly Block[];
  /** Page markers, on their own line or glued into a sentence; hidden in the reading view. */
  readonly pageMarkers: readonly (Span & { readonly section: number | null; readonly of: number | null })[];
  /** Heads repeated at the beginning of sections 2..n; hidden in the reading view. */
  readonly sectionHeads: readonly (Span & { readonly section: number | null })[];
  readonly redactions: readonly Span[];
}

/** What a cable says. */
export interface Cable {
  readonly id: string;
  /** `2009-02-27T23:36Z`. */
  readonly created: string | null;
  /** `2011-08-30T01:44Z`, or the date alone where the edition's minutes cannot be trusted. */
  readonly released: string | null;
  readonly classification: Classification | null;
  readonly origin: string | null;
  readonly subject: string | null;
  readonly tags: readonly TagFound[];
  readonly references: readonly Reference[];
  readonly header: Header;
  readonly captions: readonly string[];
  /** `2028-07-30`. */
  readonly declassify: string | null;
  readonly declassifyText: string | null;
  readonly classifiedBy: string | null;
  /** E.O. 12958 section 1.4 letters, lower case, in order. */
  readonly reasons: readonly string[];
  readonly sections: number;
  readonly paragraphs: readonly Paragraph[];
  readonly signature: string | null;
  /** Every anchor of the site (see site-anchors.ts), also those that begin no paragraph. */
  readonly anchors: readonly { readonly name: string; readonly start: number }[];
  readonly source: Source;
  readonly headerText: string;
  readonly body: string;
  readonly layout: Layout;
  readonly problems: readonly Problem[];
}
