const SHORT: Readonly<Record<string, string>> = {
  UNCLASSIFIED: 'U',
  'UNCLASSIFIED//FOR OFFICIAL USE ONLY': 'U/FO',
  CONFIDENTIAL: 'C',
  'CONFIDENTIAL//NOFORN': 'C/NF',
  SECRET: 'S',
  'SECRET//NOFORN': 'S/NF',
};

/** At most four columns: `U`, `U/FO`, `C`, `C/NF`, `S`, `S/NF`; `?` where it is unknown. */
export function shortClassification(classification: string | null): string {
  return (classification && SHORT[classification]) ?? '?';
}
