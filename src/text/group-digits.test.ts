import { expect, it } from 'vitest';
import { groupDigits } from './group-digits.ts';

it.each([0, 7, 999, 1000, 12_345, 251_287, 1_000_000, 1_234_567_890, -4321])('writes %i as English does', (number) => {
  expect(groupDigits(number)).toBe(number.toLocaleString('en'));
});
