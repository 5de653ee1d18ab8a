/* The scripts that shells load. Each asks `cables completion words -- WORD...` what may stand in place of the last word, one candidate a line, with
 * what it means behind a tab; `:files` leaves it to the shell.
 */

/** bash takes `:` for the end of a word: it gets back only what stands behind the last one. */
const bash = `_cables() {
  local line=\${COMP_LINE:0:COMP_POINT} value rest cut=
  local -a words
  read -ra words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  local cur=\${words[\${#words[@]}-1]}
  [[ $COMP_WORDBREAKS == *:* && $cur == *:* ]] && cut=\${cur%"\${cur##*:}"}
  COMPREPLY=()
  while IFS=$'\\t' read -r value rest; do
    if [[ $value == :files ]]; then compopt -o default; continue; fi
    value=\${value#"$cut"}
    [[ $value == *[[:space:]\\"]* ]] && printf -v value %q "$value"
    COMPREPLY+=("$value")
  done < <(cables completion words -- "\${words[@]:1}" 2>/dev/null)
  [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *: ]] && compopt -o nospace
}
complete -F _cables cables
`;

const zsh = `#compdef cables
_cables() {
  local line value
  local -a plain plain_shown open open_shown
  for line in "\${(@f)$(cables completion words -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    value=\${line%%$'\\t'*}
    case $value in
      '') ;;
      :files) _files ;;
      *:) open+=("$value"); open_shown+=("\${line/$'\\t'/  }") ;;
      *) plain+=("$value"); plain_shown+=("\${line/$'\\t'/  }") ;;
    esac
  done
  (( \${#plain} )) && compadd -l -d plain_shown -a plain
  (( \${#open} )) && compadd -S '' -l -d open_shown -a open
  return 0
}
compdef _cables cables
`;

const fish = `function __cables_words
  set -l words (commandline -opc)[2..] (commandline -ct)
  for line in (cables completion words -- $words 2>/dev/null)
    if test "$line" = :files
      __fish_complete_path (commandline -ct)
    else
      echo $line
    end
  end
end
complete -c cables -f -k -a '(__cables_words)'
`;

export const shellScripts: Readonly<Record<string, string>> = { bash, zsh, fish };
