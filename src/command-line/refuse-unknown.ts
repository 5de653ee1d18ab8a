import { nearestName } from '../../store/query/nearest-name.ts';
import { Refusal } from './exit.ts';

/** Ends a command over a word that is none of those there are. @throws Refusal with the nearest */
export function refuseUnknown(before: string, word: string | undefined, known: readonly string[]): never {
  const near = word === undefined ? null : nearestName(word, known);
  const said = word === undefined ? `${before}: which` : `${before} ${word}: unknown`;
  throw new Refusal(`${said}. Nothing was changed. ${near === null ? `There are: ${known.join(', ')}` : `Did you mean: ${near}`}`);
}
