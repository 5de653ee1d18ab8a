/* Captions under the first line: handling and distribution. 5 FAH-2 H-250 and H-440. */
import { oneLine } from '../one-line.ts';
import { lookUp } from './look-up.ts';

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

export const explainCaption = (caption: string): string | null => lookUp(CAPTIONS, oneLine(caption.toUpperCase()));
