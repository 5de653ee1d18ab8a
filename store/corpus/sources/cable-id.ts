const REGULAR = /^(\d{2})([A-Z]+?)0*([1-9]\d{0,6})$/;

/**
 * The id as the site writes it: upper case, no blanks, no leading zeros in the serial, without the `_a` of PlusD.
 * What does not fit year + station + serial (203 of 251,287 ids do not) is kept as found.
 */
export function tidyId(found: string): string {
  const id = found.trim();
  const tidy = id
    .replace(/_[a-z]$/, '')
    .replaceAll(/\s+/g, '')
    .toUpperCase();
  const [, year, station, serial] = REGULAR.exec(tidy) ?? [];
  return serial === undefined ? tidy || id : `${year}${station}${serial}`;
}
