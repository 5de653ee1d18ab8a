/** The order of subjects, as numbers for sorting. Cables without a subject come last. */
export function compareSubjects(a: string, b: string): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  return a < b ? -1 : a > b ? 1 : 0;
}
