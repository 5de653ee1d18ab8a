/* The text of cables for another program: on the standard input of a command, or in a file for an editor or pager. */
import { parseCable } from '../../../store/cable/parse-cable.ts';
import { formatCable } from '../../commands/reading/format-cable.ts';
import { makeVisible } from '../../text/visible.ts';
import type { Effect } from '../messages.ts';
import type { Ports } from './run-effects.ts';
import { runProgram } from './run-program.ts';

const WIDTH = 84;
/** Stands in the shell so that the keys are heard as lines; what the command printed stays until then. */
const WAIT = `printf '\\n[%s]  enter goes back to the reader ' "$1"; read -r _`;

export interface HandedOn {
  readonly trouble: string | null;
  readonly done: string;
}

export async function handOn(
  { command, ids, version }: Extract<Effect, { kind: 'hand-on' }>,
  { corpus, terminal, editor, around }: Pick<Ports, 'corpus' | 'terminal' | 'editor' | 'around'>,
): Promise<HandedOn> {
  const texts: string[] = [];
  for (const id of ids) {
    const found = await corpus.get(id);
    const shown = found?.versions[version] ?? found?.versions[0];
    if (!found || !shown) continue;
    const { tags } = around.personal.mark(id, null);
    texts.push(makeVisible(formatCable(parseCable(shown), { width: WIDTH, versions: found.versions.length, tags, only: null })));
  }
  const what = ids.length === 1 ? ids[0]! : `${ids.length} cables`;
  if (texts.length === 0) return { trouble: `${what} is not here: there is no text to hand on.`, done: '' };
  const text = texts.join('\n\n');
  if (command === null) {
    const trouble = await terminal.leaveFor(() => editor.view(text, `${ids.length === 1 ? ids[0]!.replaceAll(/\W/g, '-') : 'cables'}.txt`));
    return { trouble, done: `${what} was open in another program; the file is gone.` };
  }
  const code = await terminal.leaveFor(async () => {
    const ended = await runProgram('sh', ['-c', command], text);
    await runProgram('sh', ['-c', WAIT, 'sh', ended === 0 ? command : `${command}: ended with ${ended}`]);
    return ended;
  });
  return code === 0
    ? { trouble: null, done: `${what} was piped to  ${command}` }
    : { trouble: `${command}: ended with ${code}. The cable is as it was.`, done: '' };
}
