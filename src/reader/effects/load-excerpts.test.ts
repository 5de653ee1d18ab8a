import { expect, it } from 'vitest';
import type { FoundCable } from '../../../store/cable/cable.ts';
import type { Effect, Message } from '../messages.ts';
import { loadExcerpts } from './load-excerpts.ts';
import type { Ports } from './run-effects.ts';

const found = (id: string): FoundCable => ({
  id,
  cells: { created: null, released: null, classification: null, origin: null, subject: null, links: [], articles: [] },
  headerText: '',
  body: `SUBJECT: GAUGES\n\n1. (U) The gauge of ${id}.`,
  source: { format: 'text', edition: 'saved', path: 'x', sha256: 'x' },
});

const wanted: Extract<Effect, { kind: 'load-excerpts' }> = {
  kind: 'load-excerpts',
  asked: 7,
  ids: ['1', '2', '3', '4'],
  onScreen: 2,
  terms: [{ words: ['gauge'], prefix: false }],
  typing: false,
};

/** @param overtaken after so many texts another question is asked */
async function load(overtaken: number): Promise<{ opened: string[]; sent: (readonly string[])[] }> {
  const opened: string[] = [];
  const sent: (readonly string[])[] = [];
  const ports = {
    corpus: {
      async get(id: string) {
        opened.push(id);
        return { id, versions: [found(id)] };
      },
    },
    newest: () => ({ ...wanted, asked: opened.length >= overtaken ? 8 : 7 }),
    send: (message: Message) => void (message.kind === 'excerpts' && sent.push([...message.excerpts.values()].map((line) => line!.text))),
  };
  await loadExcerpts(wanted, ports as unknown as Ports);
  return { opened, sent };
}

it('shows those on the screen together, then all', async () => {
  const { sent } = await load(Number.POSITIVE_INFINITY);
  expect(sent).toEqual([
    ['The gauge of 1.', 'The gauge of 2.'],
    ['The gauge of 1.', 'The gauge of 2.', 'The gauge of 3.', 'The gauge of 4.'],
  ]);
});

it('stops opening texts as soon as another question is asked, and answers nothing more', async () => {
  const { opened, sent } = await load(1);
  expect(opened).toEqual(['1']);
  expect(sent).toEqual([]);
});
