import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dtgInstant, findDtg } from './date-time-group.ts';
import { readHeader } from './read-header.ts';

const WHOLE = `VZCZCXRO4711
RR RUEHCD RUEHGD
RUEHNL RUEHRD

DE RUEHAQ #0812/01 3361407
ZNR UUUUU ZZH
O R 021407Z DEC 09 ZDK
FM AMEMBASSY ARCADIA
TO RUEHC/SECSTATE WASHDC NIACT IMMEDIATE 5370
RUEHAB/AMEMBASSY CARDENA
INFO RUEHXC/ALL US CONSULATES IN ARCADIA COLLECTIVE PRIORITY
RUEAHLC/HOMELAND SECURITY CENTER WASHINGTON DC//J-3/J-5// PRIORITY 0044
XMT AMCONSUL PORT VELLA`;

describe('a whole header', () => {
  const { header, problems, excluded } = readHeader(WHOLE);

  it('has every format line', () => {
    expect(header).toMatchObject({
      transmission: 'VZCZCXRO4711',
      precedence: 'IMMEDIATE ROUTINE',
      dtg: '021407Z DEC 09',
      from: 'AMEMBASSY ARCADIA',
      partial: false,
      routing: ['RUEHCD', 'RUEHGD', 'RUEHNL', 'RUEHRD'],
      de: 'RUEHAQ #0812/01 3361407',
      prosign: 'ZNR UUUUU ZZH',
      kind: 'acp127',
    });
    expect(problems).toEqual([]);
  });

  it('has its addressees', () => {
    expect(header.to).toEqual([
      { route: 'RUEHC', name: 'SECSTATE WASHDC', precedence: 'NIACT IMMEDIATE', number: '5370' },
      { route: 'RUEHAB', name: 'AMEMBASSY CARDENA', precedence: null, number: null },
    ]);
    expect(header.info).toEqual([
      { route: 'RUEHXC', name: 'ALL US CONSULATES IN ARCADIA COLLECTIVE', precedence: 'PRIORITY', number: null },
      { route: 'RUEAHLC', name: 'HOMELAND SECURITY CENTER WASHINGTON DC//J-3/J-5//', precedence: 'PRIORITY', number: '0044' },
    ]);
  });

  it('does not count who was left out as a receiver', () => {
    expect(excluded.map(({ name }) => name)).toEqual(['AMCONSUL PORT VELLA']);
  });
});

const BLOCK = `INFO  LOG-00   MFA-00   EEB-00   AF-00    \n      SAS-00   FA-00      /002R\n     ------------------5A9C83  271329Z /38    \n\n`;
const TAIL = 'P 021407Z DEC 09\nFM SECSTATE WASHDC\nTO AMEMBASSY ARCADIA PRIORITY\nINFO SECURITY OFFICER COLLECTIVE';

describe('other headers', () => {
  it.each([
    ['distribution', `ORIGIN DS-00\n\n${BLOCK}${TAIL}`],
    ['email', `From: DOE, JANE\nSent: Monday, March 17, 2008 6:49 PM\nTo: Someone\nSubject: ARCADIA 00000230\n\nCONFIDENTIAL\n\n${TAIL}`],
    ['null', `null\nJane Doe  03/21/2007 05:47:09 PM  From  DB/Inbox:  Search Results\n\nCable\nText:\n\n${TAIL}`],
    ['acp127', `TelegramRestricted by caption. UNCLASSIFIED   ARCADIA   00000641 \n${TAIL}`],
    ['acp127', TAIL],
    ['partial', `This record is a partial extract of the original cable. The full text of the original cable is not available.\n\n${TAIL}`],
  ])('%s: what stands before is no addressee', (kind, text) => {
    const { header, problems } = readHeader(text);
    expect(header).toMatchObject({
      kind,
      precedence: 'PRIORITY',
      dtg: '021407Z DEC 09',
      from: 'SECSTATE WASHDC',
      partial: kind === 'partial',
    });
    expect(header.to).toEqual([{ route: null, name: 'AMEMBASSY ARCADIA', precedence: 'PRIORITY', number: null }]);
    expect(header.info.map(({ name }) => name)).toEqual(['SECURITY OFFICER COLLECTIVE']);
    expect(problems).toEqual([]);
  });

  it('a partial extract may hold a date-time group in mixed case, or nothing', () => {
    const text = 'This record is a partial extract of the original cable. The full text of the original cable is not available.\n\n';
    expect(readHeader(`${text}271036Z Apr 00`).header).toMatchObject({
      dtg: '271036Z APR 00',
      precedence: null,
      from: null,
      partial: true,
    });
    expect(readHeader(text).problems.map(({ code }) => code)).toEqual(['no-dtg']);
    expect(readHeader('VZCZCXYZ0007').problems.map(({ code }) => code)).toEqual(['no-dtg', 'no-sender', 'no-addressee']);
  });

  it('TO and INFO may stand on lines of their own', () => {
    const { header } = readHeader('R 021407Z DEC 09\nFM AMEMBASSY ARCADIA\nTO\nSECSTATE WASHDC 12\nINFO\nRUEHAB/AMEMBASSY CARDENA 0007');
    expect(header.to.map(({ name, number }) => [name, number])).toEqual([['SECSTATE WASHDC', '12']]);
    expect(header.info).toEqual([{ route: 'RUEHAB', name: 'AMEMBASSY CARDENA', precedence: null, number: '0007' }]);
  });

  it('an absent one is one problem', () => {
    expect(readHeader('').problems.map(({ code }) => code)).toEqual(['no-header']);
  });

  it('never throws', () => {
    const piece = fc.constantFrom(...WHOLE.split(/(?<=\s)/), ...BLOCK.split(/(?<=\s)/), 'null\n', '\u2028', 'From: x\n', '//');
    fc.assert(fc.property(fc.array(piece), (pieces) => void readHeader(pieces.join(''))));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readHeader(text)));
  });
});

describe('a date-time group', () => {
  it.each([
    ['R 272336Z FEB 09', '2009-02-27T23:36Z'],
    ['271036Z Apr 00', '2000-04-27T10:36Z'],
    ['281848Z DEC 66', '1966-12-28T18:48Z'],
    ['010000ZJAN10', '2010-01-01T00:00Z'],
    ['011200Z SEPT 2008', '2008-09-01T12:00Z'],
  ])('%s is %s', (text, instant) => {
    expect(dtgInstant(findDtg(text)!)).toBe(instant);
  });

  it.each(['310000Z FEB 09', '012400Z JAN 09', '011260Z JAN 09', '010000Z'])('%s is no moment', (text) => {
    expect(dtgInstant(findDtg(text) ?? text)).toBeNull();
  });
});
