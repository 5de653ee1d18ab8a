/* Every command and every key of docs/tour.md, in order, in a real terminal and a real shell on one sample library. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TourStep, tour } from '../../src/help/tour.ts';
import { type RunningScreen, startCables } from '../screen/start-cables.ts';
import { openShell, type Shell } from './shell.ts';

let shell: Shell;
let app: RunningScreen | null = null;
beforeAll(() => {
  shell = openShell();
});
afterAll(() => {
  app?.kill();
  shell.end();
});

/** `cables --sample count gauge` -> its arguments. */
const argumentsOf = (line: string): string[] => line.split(' ').slice(1);

async function walk(step: TourStep): Promise<void> {
  if ('type' in step) {
    const args = argumentsOf(step.type);
    if (args.length === 1) {
      app = startCables({ args, env: { CABLES_STORE: `${shell.home}/cables` } });
      await app.expectText(step.shows);
      return;
    }
    const { code, out } = shell.runProcess(args);
    expect(out).toContain(step.shows);
    expect(code).toBe(0);
    return;
  }
  for (const key of step.press) {
    if (key.startsWith('"')) app!.type(key.slice(1));
    else app!.press(key);
  }
  if (step.shows === '') expect(await app!.exit()).toMatchObject({ code: 0 });
  else await app!.expectText(step.shows);
}

describe('the tour', () => {
  for (const { title, steps } of tour)
    it(title, async () => {
      for (const step of steps) await walk(step);
    });
});
