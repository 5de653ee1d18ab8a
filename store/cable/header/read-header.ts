/* The header block, ACP-127 format lines as 5 FAH-2 H-320 writes them:
 *
 *     VZCZCXRO5602                               1  transmission
 *     RR RUEHCD RUEHGD                           2  precedence and routing, over several lines
 *     DE RUEHME #0586/01 0582336                 3  station serial / section, Julian day and time
 *     ZNR UUUUU ZZH                              4  security prosign
 *     R 272336Z FEB 09                           5  precedence, date-time group
 *     FM AMEMBASSY MEXICO                        6
 *     TO RUEHC/SECSTATE WASHDC 5370              7  one addressee a line
 *     INFO RUEHXC/ALL US CONSULATES COLLECTIVE   8  one addressee a line; after XMT those a collective leaves out
 *
 * Lines 1 to 4 are missing in extracts and in what State sent itself; a distribution block, an e-mail or a banner may stand before. So
 * every line is known by its own shape, in whatever order they come.
 */
import type { Addressee, Header, Problem } from '../cable.ts';
import { oneLine } from '../one-line.ts';
import { readAddressee } from './addressee.ts';
import { findDtg } from './date-time-group.ts';

export interface HeaderRead {
  readonly header: Header;
  readonly problems: readonly Problem[];
  /** After XMT: posts of a collective that the cable was not sent to. */
  readonly excluded: readonly Addressee[];
}

const TRANSMISSION = /^(?:Telegram)?(VZCZC[A-Z]{2,3}\s?\d{1,5})\b/;
const ROUTING = /^(ZZ|OO|PP|RR|NN|YY)(?=\s|$)((?:\s+[A-Z]{4,8})*)\s*$/;
const MORE_ROUTING = /^R[A-Z]{3,7}(?:\s+R[A-Z]{3,7})*$/;
const DE = /^DE\s+(R[A-Z]{3,7}\s*#?\s*\d.*)$/;
const PROSIGN = /^(ZN[RY]\s+[A-Z]{5}.*)$/;
const DTG_LINE = /^((?:[ZOPRY]\s+){0,3})\d{6}\s?Z\s*[A-Za-z]{3}/;
const DISTRIBUTION = /^(?:ACTION|INFO|ORIGIN)\s+[A-Z]{1,4}-\d\d/;
/** What follows the addressees where a whole message was kept: end of heading, text, word count. */
const END = /^(?:BT|NNNN|STATE GRNC|GRNC)$/;

const WORDS: Readonly<Record<string, string>> = { Z: 'FLASH', O: 'IMMEDIATE', P: 'PRIORITY', R: 'ROUTINE' };

/** Reads whatever of a header there is. Never fails; a header without a date-time group or sender is a problem. */
export function readHeader(headerText: string): HeaderRead {
  const lines = headerText.split(/\r?\n|\u2028/).map((line) => line.trim().replace(/\\$/, '').trimEnd());
  let transmission: string | null = null;
  let routingPrecedence: string | null = null;
  let dtgPrecedence: string | null = null;
  let dtg: string | null = null;
  let de: string | null = null;
  let prosign: string | null = null;
  let from: string | null = null;
  const routing: string[] = [];
  const to: Addressee[] = [];
  const info: Addressee[] = [];
  const excluded: Addressee[] = [];
  let addressees: Addressee[] | null = null;
  let routingOpen = false;

  for (const line of lines) {
    if (line === '') continue;
    if (addressees !== null && !DTG_LINE.test(line)) {
      const [, label, rest] = /^(TO|INFO|XMT)(?:\s+(.*))?$/.exec(line) ?? [];
      if (label) addressees = label === 'TO' ? to : label === 'INFO' ? info : excluded;
      if (END.test(line)) break;
      const text = label ? (rest ?? '') : line;
      const addressee = text === '' ? null : readAddressee(text);
      if (addressee) addressees.push(addressee);
      continue;
    }
    let found: RegExpExecArray | null;
    if (routingOpen && MORE_ROUTING.test(line)) {
      routing.push(...line.split(/\s+/));
      continue;
    }
    routingOpen = false;
    if ((found = TRANSMISSION.exec(line))) transmission ??= found[1]!.replaceAll(/\s/g, '');
    else if ((found = ROUTING.exec(line))) {
      routingPrecedence ??= WORDS[found[1]![0]!] ?? null;
      routing.push(...found[2]!.split(/\s+/).filter(Boolean));
      routingOpen = true;
    } else if ((found = DE.exec(line))) de ??= found[1]!;
    else if ((found = PROSIGN.exec(line))) prosign ??= found[1]!;
    else if ((found = DTG_LINE.exec(line)) && findDtg(line)) {
      dtg ??= findDtg(line);
      dtgPrecedence ??=
        found[1]!
          .trim()
          .split(/\s+/)
          .map((letter) => WORDS[letter])
          .filter(Boolean)
          .join(' ') || null;
    } else if ((found = /^FM\s+(.+)$/.exec(line))) from ??= oneLine(found[1]!);
    else if (
      (found = /^TO(?:\s+(.*))?$/.exec(line)) ||
      (from !== null && !DISTRIBUTION.test(line) && (found = /^INFO(?:\s+(.*))?$/.exec(line)))
    ) {
      addressees = line.startsWith('TO') ? to : info;
      const addressee = found[1] ? readAddressee(found[1]) : null;
      if (addressee) addressees.push(addressee);
    }
  }
  dtg ??= findDtg(headerText);
  const header: Header = {
    transmission,
    precedence: dtgPrecedence ?? routingPrecedence,
    dtg,
    from,
    to,
    info,
    partial: /^\s*This record is a partial extract/i.test(headerText),
    routing,
    de,
    prosign,
    kind: kindOf(headerText, lines, transmission, from),
  };
  return { header, problems: listProblems(header, headerText), excluded };
}

function kindOf(text: string, lines: readonly string[], transmission: string | null, from: string | null): Header['kind'] {
  if (/^\s*null\b/.test(text)) return 'null';
  if (/^\s*This record is a partial extract/i.test(text)) return 'partial';
  if (/^(?:.*\])?From: .+\n(?:.*\n)?Sent: /m.test(text)) return 'email';
  if (/[A-Z]-\d\d/.test(text) && lines.some((line) => DISTRIBUTION.test(line))) return 'distribution';
  return transmission !== null || from !== null ? 'acp127' : 'other';
}

function listProblems(header: Header, text: string): readonly Problem[] {
  if (text.trim() === '') return [{ code: 'no-header', message: 'the source has no header block' }];
  const problems: Problem[] = [];
  if (header.dtg === null) problems.push({ code: 'no-dtg', message: 'the header has no date-time group' });
  // That an extract has neither is what makes it an extract.
  if (header.partial) return problems;
  if (header.from === null) problems.push({ code: 'no-sender', message: 'the header has no FM line' });
  if (header.to.length === 0) problems.push({ code: 'no-addressee', message: 'the header has no TO line' });
  return problems;
}
