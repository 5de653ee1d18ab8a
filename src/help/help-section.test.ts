import { describe, expect, it } from 'vitest';
import { verbGroups, verbs } from '../commands/all-commands.ts';
import { overview } from '../commands/keeping/help.ts';
import { keysOfScreen } from '../reader/keys/key-sheet.ts';
import { defaultKeymap } from '../reader/keys/live-keymap.ts';
import { width } from '../text/width.ts';
import { filterHelp } from './filters.ts';
import { wrapHelp } from './help-section.ts';
import { understandingCables } from './understanding-cables.ts';

const SCREENS = ['home', 'values', 'list', 'cable', 'things', 'text'] as const;

describe.each([200, 80, 60, 40])('help at %i columns', (columns) => {
  it.each([
    ['filters', wrapHelp(filterHelp, columns)],
    ['understanding cables', wrapHelp(understandingCables, columns)],
    ['overview', overview(verbGroups, columns).split('\n')],
    ['keys of a list', keysOfScreen(defaultKeymap, 'list', columns)],
    ['keys of a cable', keysOfScreen(defaultKeymap, 'cable', columns)],
  ])('%s is not cut', (_, lines) => {
    for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
  });
});

it.each(SCREENS)('the keys of %s are named in full words at 80 columns', (screen) => {
  expect(keysOfScreen(defaultKeymap, screen, 80).filter((line) => line.includes('…'))).toEqual([]);
});

it('the overview is one screen of 80x24, and names every command once', () => {
  const shown = overview(verbGroups, 80);
  expect(shown.trimEnd().split('\n').length).toBeLessThanOrEqual(23);
  expect(Object.values(verbGroups).flat().toSorted()).toEqual(verbs.toSorted());
});

it('forms stand beside what they mean, or above it', () => {
  const sections = [{ title: 'Words', text: [['treat*', 'words that begin so'], 'A sentence.'] }] as const;
  expect(wrapHelp(sections, 80)).toEqual(['Words', `  ${'treat*'.padEnd(32)}words that begin so`, '  A sentence.', '']);
  expect(wrapHelp(sections, 40)).toEqual(['Words', '  treat*', '      words that begin so', '  A sentence.', '']);
});
