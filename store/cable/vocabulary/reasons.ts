/* Why a text is classified. */
import { lookUp } from './look-up.ts';

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

/** @param letter `b`, of section 1.4. */
export const explainReason = (letter: string): string | null => lookUp(REASONS, letter.toLowerCase());
