import { SURNAME_CORRECTIONS } from './tables/surnames.generated.ts';

/** A signature as written -> the surname meant, where it is a known misspelling. */
export const mendSurname = (written: string): string => {
  const name = written.toUpperCase();
  return (Object.hasOwn(SURNAME_CORRECTIONS, name) ? SURNAME_CORRECTIONS[name] : undefined) ?? written;
};
