/* A process that tags and bookmarks as fast as it can, and says each id once record() has returned.
 * Arguments: library, name, how many events (0: until killed), milliseconds between them.
 */
import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openJournal } from '../../store/journal/open-journal.ts';

const [folder = '', name = '', count = '0', pause = '0'] = process.argv.slice(2);
const journal = openJournal({ folder, readOnly: false });
for (let i = 0; count === '0' || i < Number(count); i += 1) {
  const cable = `09ARCADIA${i % 500}`;
  const action = journal.record(
    i % 3 === 2
      ? [{ type: 'bookmark.added', data: { bookmark: `${name}-${i}`, cable, para: 1 + (i % 9), via: {} } }]
      : [{ type: 'tag.added', data: { cables: [cable], tag: `${name}-${i}`, via: {} } }],
  );
  if (journal.trouble) throw new Error(journal.trouble.message);
  if (count === '0') writeSync(1, `${action} ${name}-${i}\n`);
  if (pause !== '0' || i % 200 === 199) await wait(Number(pause));
}
await journal.close();
writeSync(1, 'done\n');
