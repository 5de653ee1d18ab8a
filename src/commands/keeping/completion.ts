import type { Command } from '../../command-line/command.ts';
import { commonOptions } from '../../command-line/command.ts';
import { Refusal } from '../../command-line/exit.ts';

/** Scripts for the shells, made from the same table of commands as the help. */
export function makeCompletion(loadCommands: () => Promise<readonly Command[]>): Command {
  return {
    name: 'completion',
    takes: 'bash|zsh|fish',
    describe: 'print a completion script for your shell',
    options: {},
    examples: [['source <(cables completion bash)', 'in ~/.bashrc']],
    async run(given, around) {
      const [shell] = given.words;
      const script = shell === undefined ? undefined : scripts[shell];
      if (!script) throw new Refusal(`cables completion ${shell ?? ''}: which shell? One of: ${Object.keys(scripts).join(', ')}`);
      around.stdout.write(script(await loadCommands()));
      return 0;
    },
  };
}

const optionsOf = (command: Command) =>
  Object.keys({ ...command.options, ...commonOptions }).map((name) => (name.length === 1 ? `-${name}` : `--${name}`));

const scripts: Readonly<Record<string, (commands: readonly Command[]) => string>> = {
  bash: (commands) => `_cables() {
  local word=\${COMP_WORDS[COMP_CWORD]}
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$word")); return; fi
  case "\${COMP_WORDS[1]}" in
${commands.map((command) => `    ${command.name}) COMPREPLY=($(compgen -W "${optionsOf(command).join(' ')}" -- "$word")) ;;`).join('\n')}
  esac
}
complete -o default -F _cables cables
`,
  zsh: (commands) => `#compdef cables
_cables() {
  if (( CURRENT == 2 )); then
    local -a verbs=(
${commands.map(({ name, describe }) => `      '${name}:${describe.replaceAll("'", "'\\''").replaceAll(':', '\\:')}'`).join('\n')}
    )
    _describe verb verbs
    return
  fi
  case $words[2] in
${commands.map((command) => `    ${command.name}) compadd -- ${optionsOf(command).join(' ')}; _files ;;`).join('\n')}
  esac
}
compdef _cables cables
`,
  fish: (commands) =>
    commands
      .flatMap((command) => [
        `complete -c cables -n __fish_use_subcommand -a ${command.name} -d '${command.describe.replaceAll("'", "\\'")}'`,
        ...Object.entries({ ...command.options, ...commonOptions }).map(
          ([name, option]) =>
            `complete -c cables -n '__fish_seen_subcommand_from ${command.name}' ${name.length === 1 ? '-s' : '-l'} ${name} -d '${String(option.describe ?? '').replaceAll("'", "\\'")}'`,
        ),
      ])
      .join('\n')
      .concat('\n'),
};
