/* Words of the trade as they stand in the text of cables. */
import { lookUp } from './look-up.ts';

export const JARGON: Readonly<Record<string, string>> = {
  reftel: 'the message that the REF line names',
  septel: 'another message, sent separately',
  notal: 'not sent to all addressees',
  charge: 'chargé d’affaires: in charge of the mission while there is no ambassador',
  dcm: 'deputy chief of mission',
  poloff: 'political officer',
  poloffs: 'political officers',
  polcouns: 'political counselor',
  polchief: 'head of the political section',
  econoff: 'economic officer',
  econoffs: 'economic officers',
  econcouns: 'economic counselor',
  emboff: 'officer of the embassy',
  emboffs: 'officers of the embassy',
  congenoff: 'officer of the consulate general',
  conoff: 'consular officer',
  consoff: 'consular officer',
  poleconoff: 'officer for politics and economy',
  labatt: 'labor attaché',
  legatt: 'legal attaché: the FBI’s officer at the post',
  datt: 'defense attaché',
  rso: 'regional security officer: safety of the post',
  pao: 'public affairs officer',
  fsn: 'foreign service national: locally employed',
  les: 'locally employed staff',
  demarche: 'a formal step: a message delivered to a government, often with a request',
  démarche: 'a formal step: a message delivered to a government, often with a request',
  nonpaper: 'an unsigned paper left with the other side',
  scenesetter: 'briefing for a visitor',
  mfa: 'ministry of foreign affairs',
  pm: 'prime minister',
  fm: 'foreign minister',
  usg: 'the United States government',
  idps: 'internally displaced persons',
  tip: 'trafficking in persons',
  codel: 'congressional delegation',
};

/** In small letters these are words of the language. */
const CASED: ReadonlySet<string> = new Set(['tip', 'pm', 'fm', 'les', 'pao']);

/** Jargon in a text, each once, in the order of the text. */
export function findJargon(text: string): readonly (readonly [word: string, meaning: string])[] {
  const found = new Map<string, readonly [string, string]>();
  for (const [word] of text.matchAll(/[A-Za-zé][A-Za-zé-]*/g)) {
    const key = word.toLowerCase().replaceAll('-', '');
    const meaning = lookUp(JARGON, CASED.has(key) && word !== key.toUpperCase() ? '' : key);
    if (meaning !== null && !found.has(key)) found.set(key, [word, meaning]);
  }
  return [...found.values()];
}
