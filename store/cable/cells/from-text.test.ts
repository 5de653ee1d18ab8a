import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFirstLine } from './first-line.ts';
import { classificationFromText, createdFromText, idFromText, originFromText } from './from-text.ts';
import { originOfSender } from './sender.ts';

const header = (from: string, de: string | null, prosign = 'ZNR UUUUU ZZH') =>
  [
    ...(de ? ['VZCZCXYZ0007', 'PP RUEHWEB', '', `DE ${de} 0421202`, prosign] : []),
    'P 111202Z FEB 09',
    `FM ${from}`,
    'TO SECSTATE WASHDC 12',
  ].join('\n');

describe('id and origin from header and body alone', () => {
  it.each([
    ['AMEMBASSY ARCADIA', 'RUEHAQ #0032', 'UNCLAS ARCADIA 000032 \n', '09ARCADIA32', 'Embassy Arcadia'],
    ['AMCONSUL PORT VELLA', null, 'C O N F I D E N T I A L SECTION 01 OF 03 PORT VELLA 000120\n', '09PORTVELLA120', 'Consulate Port Vella'],
    [
      'AMEMBASSY PORT AU PRINCE',
      'RUEHPU #0012/01',
      'S e c r e t section 01 of 02 port au prince 000012',
      '09PORTAUPRINCE12',
      'Embassy Port Au Prince',
    ],
    ['SECSTATE WASHDC', 'RUEHC #5366', 'S E C R E T STATE 135366', '09STATE135366', 'Secretary of State'],
    ['USEU BRUSSELS', 'RUEHBS #0128/01', 'UNCLAS BRUSSELS 000128', '09BRUSSELS128', 'USEU Brussels'],
    ['USDEL SECRETARY//ARCADIA//', 'RUCNAI #0003/01', 'UNCLAS PARTO 040301', '09PARTO40301', 'US Delegation, Secretary'],
    ['AMEMBASSY LONDON', 'RUEHLO #2468', 'UNCLAS E F T O LONDON 002468', '09EFTOLONDON2468', 'Embassy London'],
    ['AMEMBASSY LONDON', 'RUEHLO #2469', 'UNCLAS E F T O LONDON 002469', '09LONDON2469', 'Embassy London'],
    ['AMEMBASSY LONDON', 'RUEHLO #2521/01', 'UNCLAS E F T O SECTION 01 OF 02 LONDON 002521', '09EFTOLONDON2521', 'Embassy London'],
    [
      'AMEMBASSY ARCADIA',
      'RUEHAQ #0021/01',
      'C O N F I D E N T I A L NOFORN SECTION 01 OF 02 ARCADIA 000021',
      '09ARCADIA21',
      'Embassy Arcadia',
    ],
    ['AMEMBASSY SAN JOSE', 'RUEHSJ #0525/01', 'UNCLAS SECTION01OF03 SAN JOSE 000525', '09SECTION01OF03SANJOSE525', 'Embassy San Jose'],
    ['AMEMBASSY SAN JOSE', 'RUEHSJ #0525/01', 'UNCLAS SECTION 01 OF 03 SAN JOSE 000525', '09SANJOSE525', 'Embassy San Jose'],
    ['AMEMBASSY ARCADIA', 'RUEHAQ #1673/01', 'UNCLAS ARCADIA 00167SIPDIS', '09ARCADIA1673', 'Embassy Arcadia'],
    ['AMEMBASSY AMMAN', 'RUEHAM #3564', 'O N F I D E N T I A L SECTION 01 OF 04 PARIS 004247', '09AMMAN3564', 'Embassy Amman'],
    ['AMEMBASSY ARCADIA', 'RUEHAQ #0005', 'Wednesday, 11 February 2009, 12:02\nUNCLAS ARCADIA 000005', '09ARCADIA5', 'Embassy Arcadia'],
    [
      'AMEMBASSY ARCADIA',
      'RUEHAQ #0005',
      'Cable dated:2009-02-11T12:02:00S E C R E T SECTION 01 OF 05 ARCADIA 000005SIPDIS',
      '09ARCADIA5',
      'Embassy Arcadia',
    ],
    [
      'AMEMBASSY TEL AVIV',
      'RUEHTV #4032/01',
      'C O N F I D E N T I A L SECTION 01 OF 02 TEL AVIV \n \nSIPDIS',
      '09TELAVIV4032',
      'Embassy Tel Aviv',
    ],
  ])('%s, %s, %j', (from, de, body, id, origin) => {
    expect(idFromText(header(from, de), body)).toBe(id);
    expect(originFromText(header(from, de), body)).toBe(origin);
    expect(createdFromText(header(from, de), body)).toBe('2009-02-11T12:02Z');
  });

  it('without a date-time group there is no id, but an origin', () => {
    const partial = 'This record is a partial extract of the original cable. The full text of the original cable is not available.';
    const body = 'UNCLAS SECTION 01 OF 02 SAN JOSE 000612 \n \nSIPDIS';
    expect([idFromText(partial, body), createdFromText(partial, body), originFromText(partial, body)]).toEqual([
      null,
      null,
      'Embassy San Jose',
    ]);
  });

  it('finds a header that was kept in the body', () => {
    const body = `2009-02-11 12:02:00\t09ARCADIA32\tEmbassy Arcadia\tSECRET\t\t${header('AMEMBASSY ARCADIA', 'RUEHAQ #0032').replaceAll('\n', '\\\n')}\\\n\\\nS E C R E T ARCADIA 000032 \\\n`;
    expect([idFromText('', body), createdFromText('', body), originFromText('', body)]).toEqual([
      '09ARCADIA32',
      '2009-02-11T12:02Z',
      'Embassy Arcadia',
    ]);
  });
});

it.each([
  ['ZNR UUUUU ZZH', 'UNCLAS ARCADIA 000091\n \nSENSITIVE \nSIPDIS \n \nE.O. 12958: N/A', 'UNCLASSIFIED//FOR OFFICIAL USE ONLY'],
  ['ZNY CCCCC ZZH', 'C O N F I D E N T I A L ARCADIA 000091\n \nE.O. 12958: DECL: NOFORN', 'CONFIDENTIAL'],
  ['ZNY SSSSS ZZH', 'E C R E T ARCADIA 000091\n \nNOFORN\nSIPDIS', 'SECRET//NOFORN'],
  ['ZNY SSSSS ZZH', 'no first line at all', 'SECRET'],
])('classification of %s over %j', (prosign, body, classification) => {
  expect(classificationFromText(header('AMEMBASSY ARCADIA', 'RUEHAQ #0091', prosign), body)).toBe(classification);
});

it.each([
  ['AMEMBASSY PORT VELLA', 'Embassy Port Vella'],
  ['AMCONSUL CALCUTTA', 'Consulate Kolkata'],
  ['AMCONSUL ST. PETERSBURG', 'Consulate St Petersburg'],
  ['AMEMBASSY KIEV', 'Embassy Kyiv'],
  ["AMEMBASSY N'DJAMENA", 'Embassy Ndjamena'],
  ['AMEMBASSY BRUSSELS', 'Embassy Brussels'],
  ['USEU BRUSSELS', 'USEU Brussels'],
  ['USLO TRIPOLI', 'Embassy Tripoli'],
  ['USMISSION USUN NEW YORK', 'USUN New York'],
  ['USUN NEW YORK', 'USUN New York'],
  ['USMISSION UNVIE VIENNA', 'UNVIE'],
  ['USMISSION USNATO', 'Mission USNATO'],
  ['USMISSION CD GENEVA', 'US Mission CD Geneva'],
  ['USMISSION GENEVA', 'US Mission Geneva'],
  ['USMISSION UNESCO PARIS FR', 'Mission UNESCO'],
  ['USMISSION UN ROME', 'UN Rome'],
  ['USMISSION USOSCE', 'Mission USOSCE'],
  ['USOFFICE ALMATY', 'US Office Almaty'],
  ['USINT HAVANA', 'US Interests Section Havana'],
  ['AIT TAIPEI', 'American Institute Taiwan, Taipei'],
  ['IRAN RPO DUBAI', 'Iran RPO Dubai'],
  ['RPO DUBAI', 'Iran RPO Dubai'],
  ['REO HILLAH', 'REO Hillah'],
  ['AMCONSUL HYDERABAD', 'American Consulate Hyderabad'],
  ['SECSTATE WASHDC', 'Secretary of State'],
  ['USDEL SECRETARY//ARCADIA//', 'US Delegation, Secretary'],
  ['SOMEWHERE', null],
])('%s sends as %s', (from, origin) => {
  expect(originOfSender(from)).toBe(origin);
});

describe('the first line', () => {
  it('is found with its section and where it stands', () => {
    const text = 'Monday, 2 February 2009, 09:00\nC O N F I D E N T I A L SECTION 02 OF 03 PORT VELLA 000091 \n \nSIPDIS';
    const first = findFirstLine(text)!;
    expect(first).toMatchObject({ level: 'CONFIDENTIAL', station: 'PORT VELLA', serial: 91, section: 2, of: 3 });
    expect(text.slice(first.start, first.end)).toBe('C O N F I D E N T I A L SECTION 02 OF 03 PORT VELLA 000091');
  });

  it('is not a word in a sentence', () => {
    expect(findFirstLine('The original was once secret and is so no more')).toBeNull();
  });

  it('never throws, and stands in the text', () => {
    const piece = fc.constantFrom(
      'SECRET',
      'S E C R E T',
      'UNCLAS',
      ' SECTION 01 OF 02',
      ' ',
      '\n',
      'ARCADIA',
      ' 000012',
      'E F T O',
      '\u2028',
      'X',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const first = findFirstLine(text);
        if (first) expect(0 <= first.start && first.start < first.end && first.end <= text.length).toBe(true);
        idFromText(text, text);
        originFromText('', text);
      }),
    );
  });
});
