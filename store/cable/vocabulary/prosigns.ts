/* Prosigns of the security and date-time lines. ACP-127. */
import { lookUp } from './look-up.ts';

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

/** `ZNR UUUUU ZZH` -> unclassified traffic. The last letters of `SSSAA` are transmission release codes. */
export function explainProsign(line: string): string | null {
  for (const word of line.toUpperCase().split(/\s+/)) {
    const meaning = lookUp(SECURITY_PROSIGNS, word) ?? (/^([UECS])\1\1/.test(word) ? lookUp(SECURITY_PROSIGNS, word[0]!.repeat(5)) : null);
    if (meaning) return meaning;
  }
  return null;
}
