/* The format page is enough for another program: a short reader in another language, written from it alone, sees the same tags and verdicts. */
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { EventDraft } from '../../store/journal/events.ts';
import { openJournal } from '../../store/journal/open-journal.ts';

const program = fileURLToPath(new URL('./another-program.py', import.meta.url));
const python = spawnSync('python3', ['--version']).status === 0;
if (!python) process.stdout.write('skipped: python3 is not on this machine, so no other program reads the journal\n');

it.skipIf(!python)('another program reads the same tags and verdicts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cables-format-'));
  try {
    const cables = ['09ARCADIA812', '09ARCADIA744', '08CARDENA455'];
    const via = {};
    const steps: EventDraft[][] = [
      [{ type: 'tag.added', data: { cables, tag: 'border', via } }],
      [{ type: 'tag.removed', data: { cables: ['09ARCADIA744'], tag: 'border', via } }],
      [{ type: 'tag.added', data: { cables: ['08CARDENA455'], tag: 'gauges', via } }],
      [{ type: 'tag.renamed', data: { from: 'border', to: 'gauges' } }],
      [{ type: 'cable.kept', data: { cables: ['09ARCADIA812'], queue: null, via } }],
      [{ type: 'cable.skipped', data: { cables, queue: 'q1', via, because: 'twice' } }],
      [
        {
          type: 'cable.deferred',
          data: { cables: ['08CARDENA455'], queue: 'q1', until: '2027-01-01T00:00:00.000Z', words: '2027-01-01', via },
        },
      ],
    ];
    const journal = openJournal({ folder, readOnly: false, machine: 'one' });
    const actions = steps.map((drafts) => journal.record(drafts)!);
    const undoOfSkip = journal.undo(actions[5]!)!;
    journal.undo(undoOfSkip);
    journal.undo(actions[1]!);
    await journal.close();
    const [device] = readdirSync(join(folder, 'journal'));
    const [file] = readdirSync(join(folder, 'journal', device!)).filter((name) => name.endsWith('.ndjson'));
    appendFileSync(join(folder, 'journal', device!, file!), '{"v":1,"damaged":\n{"v":1,"not finished');

    const seen = JSON.parse(execFileSync('python3', [program, join(folder, 'journal')], { encoding: 'utf8' }));
    const { personal } = openJournal({ folder, readOnly: true });
    const tags = Object.fromEntries(personal.tags().map(({ tag }) => [tag, [...personal.ids('mine', null, tag)].sort()]));
    expect(seen.tags).toEqual(tags);
    expect(tags).toEqual({ gauges: [...cables].sort() });
    for (const queue of [null, 'q1']) {
      const verdicts = Object.fromEntries(
        cables.flatMap((id) => (personal.mark(id, queue).verdict ? [[id, personal.mark(id, queue).verdict]] : [])),
      );
      expect(seen.verdicts[queue ?? '']).toEqual(verdicts);
    }
    expect(Object.keys(seen.verdicts['q1']).length).toBe(3);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
