/** The words of a text as the full-text index has them: runs of letters and digits, lower case, without accents (FTS5 unicode61, remove_diacritics 2). */
export function foldWords(text: string): string[] {
  return foldCase(text).match(/[\p{L}\p{N}\p{Co}]+/gu) ?? [];
}

export const foldCase = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
