import { expect, it } from 'vitest';
import { readNearId } from './near-id.ts';

const stations = ['ANKARA', 'ROME', 'NICE', 'MEXICO', 'BAGHDAD', 'PARIS', 'PARAMARIBO', 'PORTAUPRINCE'];

it.each([
  ['09 ANKRA 876', '09', ['ANKARA'], 'guessed', 876],
  ['09ANKARRA876', '09', ['ANKARA'], 'guessed', 876],
  ['09AKNARA000876', '09', ['ANKARA'], 'guessed', 876],
  ['2009 bagdad 12', '09', ['BAGHDAD'], 'guessed', 12],
  ['port-o-prince 7', null, ['PORTAUPRINCE'], 'guessed', 7],
  ['ankra 876', null, ['ANKARA'], 'guessed', 876],
  ['876 ankara', null, ['ANKARA'], 'station', 876],
  ['876 ankara 09', '09', ['ANKARA'], 'station', 876],
  ['ankara 876 2009', '09', ['ANKARA'], 'station', 876],
  ['09 876', '09', stations, 'none', 876],
  ['876 2009', '09', stations, 'none', 876],
  ['09 ankra', '09', ['ANKARA'], 'guessed', null],
  ['98 rome', '98', ['ROME'], 'station', null],
  // Begun alone, by a later one too.
  ['06 par 3', '06', ['PARIS', 'PARAMARIBO'], 'guessed', 3],
])('%s is near', (text, year, meant, written, serial) => {
  expect(readNearId(text, stations)).toEqual({ year, stations: meant, written, serial });
});

it.each(['ankara', '876', '09', '09876', 'zagreb 12', 'xy 12', '1 ankara 2 3', '55 876', '12345678 rome', ''])('%s is not', (text) => {
  expect(readNearId(text, stations)).toBeNull();
});
