import { hasCables, type Library, openLibrary } from '../../../store/library/open-library.ts';
import type { Command, Given, Surroundings } from '../../command-line/command.ts';
import { completeWords } from '../../command-line/complete/complete-words.ts';
import { libraryNames } from '../../command-line/complete/library-names.ts';
import { shellScripts } from '../../command-line/complete/shell-scripts.ts';
import { folderInUse } from '../../command-line/open-for-command.ts';
import { parseGiven } from '../../command-line/parse-given.ts';
import { printLine } from '../../command-line/print.ts';
import { refuseUnknown } from '../../command-line/refuse-unknown.ts';

/** Scripts for the shells, and the answers that they ask for. */
export function makeCompletion(verbs: () => readonly string[], loadCommand: (verb: string) => Promise<Command | null>): Command {
  const completion: Command = {
    name: 'completion',
    takes: Object.keys(shellScripts).join('|'),
    describe: 'print a completion script for your shell: commands, options, ids, tags, origins, searches and filters',
    options: {},
    examples: [
      ['source <(cables completion bash)', 'in ~/.bashrc; the same with zsh in ~/.zshrc'],
      ['cables completion fish > ~/.config/fish/completions/cables.fish', 'for fish'],
    ],
    async run(given, around) {
      const [shell] = given.words;
      if (shell === 'words') return answer(given.after ?? [], around);
      const script = shell === undefined ? undefined : shellScripts[shell];
      if (script === undefined) return refuseUnknown('cables completion', shell, Object.keys(shellScripts));
      around.stdout.write(script);
      return 0;
    },
  };
  return completion;

  async function answer(words: readonly string[], around: Surroundings): Promise<number> {
    let library: Library | null = null;
    const names = libraryNames(async () => {
      const folder = folderInUse(await libraryOptions(words, completion), around);
      library = hasCables(folder) ? await openLibrary(folder, { readOnly: true }) : null;
      return library;
    });
    const candidates = await completeWords({ words, verbs: verbs(), loadCommand, names });
    for (const { value, detail } of candidates) printLine(around, detail ? `${value}\t${detail.replaceAll(/\s+/g, ' ')}` : value);
    await (library as Library | null)?.close();
    return 0;
  }
}

/** Which library the words before the cursor are about. */
async function libraryOptions(words: readonly string[], command: Command): Promise<Given> {
  const options: string[] = [];
  for (const [i, word] of words.slice(0, -1).entries()) {
    if (word === '--sample') options.push(word);
    else if ((word === '--store' || word === '--corpus') && words[i + 1]) options.push(word, words[i + 1]!);
  }
  return parseGiven(command, options);
}
