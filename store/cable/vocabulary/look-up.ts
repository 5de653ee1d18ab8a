/** A word of a table, and never a property every object has. */
export const lookUp = (table: Readonly<Record<string, string>>, word: string): string | null =>
  Object.hasOwn(table, word) ? table[word]! : null;
