/* The small vocabularies of cables: captions, precedences, security prosigns, reasons. 5 FAH-2, ACP-127 and E.O. 12958. */
import type { Classification } from '../cable.ts';

/** Least to most restricted. */
export const CLASSIFICATIONS: readonly Classification[] = [
  'UNCLASSIFIED',
  'UNCLASSIFIED//FOR OFFICIAL USE ONLY',
  'CONFIDENTIAL',
  'CONFIDENTIAL//NOFORN',
  'SECRET',
  'SECRET//NOFORN',
];

export const CAPTIONS: Readonly<Record<string, string>> = {
  SIPDIS: 'SIPRNet distribution: copied to the shared State database',
  SENSITIVE: 'sensitive but unclassified',
  NOFORN: 'not releasable to foreign nationals',
  NODIS: 'no distribution beyond the addressee without approval',
  EXDIS: 'exclusive distribution',
  STADIS: 'distribution within State only',
  LIMDIS: 'limited distribution',
  NOTAL: 'not to all addressees',
  EFTO: 'unclassified, encrypted for transmission only',
  AIDAC: 'action or distribution of USAID',
  TERREP: 'terrorism report',
  CODEL: 'congressional delegation',
  STAFFDEL: 'delegation of congressional staff',
  'OFFICIAL INFORMAL': 'correspondence between officers',
  'EYES ONLY': 'for the named addressee alone',
  'ROGER CHANNEL': 'intelligence matters, to the bureau of intelligence and research',
  'DISSENT CHANNEL': 'dissenting views on policy',
  'AGREMENT CHANNEL': 'consent to the appointment of ambassadors',
  'DIRGEN CHANNEL': 'personnel matters, to the director general',
  TOSEC: 'to the travelling Secretary',
  SECTO: 'from the travelling Secretary',
  PARTO: 'from the travelling Secretary',
  NOPLURAL: 'not for several addressees',
  'CORRECTED COPY': 'sent again, corrected',
};

export const PRECEDENCES: Readonly<Record<string, string>> = {
  FLASH: 'highest: minutes',
  'NIACT IMMEDIATE': 'immediate, action also at night',
  IMMEDIATE: 'the same hours',
  PRIORITY: 'before routine traffic',
  ROUTINE: 'no haste',
};

export const SECURITY_PROSIGNS: Readonly<Record<string, string>> = {
  UUUUU: 'unclassified traffic',
  EEEEE: 'unclassified, encrypted for transmission only',
  CCCCC: 'confidential',
  SSSSS: 'secret',
  ZDK: 'sent again on request',
  ZFF: 'say when it was delivered',
  ZFR: 'cancels an earlier transmission',
  ZDS: 'corrected transmission',
};

/** E.O. 12958 section 1.4 (before 2003: section 1.5). */
export const REASONS: Readonly<Record<string, string>> = {
  a: 'military plans, weapons systems, or operations',
  b: 'foreign government information',
  c: 'intelligence activities, sources or methods, or cryptology',
  d: 'foreign relations or activities of the United States, including confidential sources',
  e: 'scientific, technological, or economic matters relating to the national security',
  f: 'programs for safeguarding nuclear materials or facilities',
  g: 'vulnerabilities or capabilities of systems, installations, infrastructures, projects, plans, or protection services',
  h: 'weapons of mass destruction',
};

const lookUp = (table: Readonly<Record<string, string>>, word: string): string | null => (Object.hasOwn(table, word) ? table[word]! : null);

export const explainCaption = (caption: string): string | null => lookUp(CAPTIONS, caption.toUpperCase().replaceAll(/\s+/g, ' ').trim());

/** Also dual ones: `IMMEDIATE ROUTINE` is immediate for action, routine for information. */
export function explainPrecedence(precedence: string): string | null {
  const word = precedence.toUpperCase().replaceAll(/\s+/g, ' ').trim();
  const whole = lookUp(PRECEDENCES, word);
  if (whole !== null) return whole;
  const [action, information, ...more] = word.split(' ');
  if (!action || !information || more.length > 0 || !lookUp(PRECEDENCES, action) || !lookUp(PRECEDENCES, information)) return null;
  return `${action} for action, ${information} for information`;
}

/** @param letter `b`, of section 1.4. */
export const explainReason = (letter: string): string | null => lookUp(REASONS, letter.toLowerCase());

/** `ZNR UUUUU ZZH` -> unclassified traffic. The last letters of `SSSAA` are transmission release codes. */
export function explainProsign(line: string): string | null {
  for (const word of line.toUpperCase().split(/\s+/)) {
    const meaning = lookUp(SECURITY_PROSIGNS, word) ?? (/^([UECS])\1\1/.test(word) ? lookUp(SECURITY_PROSIGNS, word[0]!.repeat(5)) : null);
    if (meaning) return meaning;
  }
  return null;
}
