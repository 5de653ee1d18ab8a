/* `cables help TOPIC`. The keys come from the live keymap, the TAGS from the table. */
import type { Config } from '../config/config.ts';
import { makeVisible } from '../text/visible.ts';
import { filterHelp } from './filters.ts';
import { wrapHelp } from './help-section.ts';
import { understandingCables } from './understanding-cables.ts';

export const helpTopics: Readonly<Record<string, (columns: number, config: Pick<Config, 'keys'>) => Promise<string>>> = {
  cables: async (columns) => `${wrapHelp(understandingCables, columns).join('\n')}\n`,
  filters: async (columns) => `${wrapHelp(filterHelp, columns).join('\n')}\n`,
  async tags() {
    const { tagMeanings } = await import('../../store/cable/vocabulary/tags.ts');
    return `${tagMeanings()
      .map(({ tag, meaning }) => makeVisible(`${tag.padEnd(8)}${meaning}`))
      .join('\n')}\n`;
  },
  async keys(_, { keys }) {
    const [{ keySheet }, { bindKeys }] = await Promise.all([import('../reader/keys/key-sheet.ts'), import('../reader/keys/bind-keys.ts')]);
    return `${keySheet(bindKeys(keys).keymap).join('\n')}\n`;
  },
};
