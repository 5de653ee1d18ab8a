import { describe, expect, it } from 'vitest';
import { foldCase, foldWords } from './fold-words.ts';

describe('the words of a text', () => {
  it.each([
    ['Water, treaty.', ['water', 'treaty']],
    ['al-Qaida U.S. F-16', ['al', 'qaida', 'u', 's', 'f', '16']],
    ['Müller São Ǜber', ['muller', 'sao', 'uber']],
    ['e\u0301te\u0301', ['ete']],
    ['Ελλάδα ΣΟΦΟΣ σοφός', ['ελλάδα', 'σοφοσ', 'σοφόσ']],
    ['İstanbul ISPARTA', ['istanbul', 'isparta']],
    ['Война й', ['война', 'й']],
    ['¶1. (C) don’t', ['1', 'c', 'don', 't']],
    ['', []],
    ['\ud800 \0', []],
  ])('%j', (text, words) => {
    expect(foldWords(text)).toEqual(words);
  });

  it('folds texts and words alike', () => {
    expect(foldCase('Ärger, überall')).toBe('arger, uberall');
  });
});
