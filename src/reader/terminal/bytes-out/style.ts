/* Styles are numbers: 0 is plain, the others are given out as frames bring them. Two cells look alike when their numbers are equal, and the
 * shortest bytes from one to another are found once.
 */

export type Style = number;
export const PLAIN: Style = 0;

type Aspect = 'weight' | 'faint' | 'italic' | 'underline' | 'blink' | 'inverse' | 'conceal' | 'strike' | 'colour' | 'ground';

/** SGR parameter(s) of each aspect that is on. */
type Look = Partial<Record<Aspect, string>>;

const OFF: Readonly<Record<Aspect, string>> = {
  weight: '22',
  faint: '22',
  italic: '23',
  underline: '24',
  blink: '25',
  inverse: '27',
  conceal: '28',
  strike: '29',
  colour: '39',
  ground: '49',
};
const ON: Readonly<Record<string, Aspect>> = { 1: 'weight', 2: 'faint', 3: 'italic', 4: 'underline', 7: 'inverse', 9: 'strike' };

const looks: Look[] = [{}];
const numbers = new Map<string, Style>([['', PLAIN]]);
const applied = new Map<string, Style>();
const changes = new Map<number, string>();

function numberOf(look: Look): Style {
  const name = (Object.keys(look) as Aspect[])
    .sort()
    .map((aspect) => `${aspect}${look[aspect]}`)
    .join();
  let style = numbers.get(name);
  if (style === undefined) {
    style = looks.length;
    looks.push(look);
    numbers.set(name, style);
  }
  return style;
}

/** The style after `CSI parameters m`. Blinking and concealed text are not taken over: nothing here draws them. */
export function applySgr(style: Style, parameters: string): Style {
  const name = `${style}:${parameters}`;
  const known = applied.get(name);
  if (known !== undefined) return known;
  let look: Look = { ...looks[style] };
  const list = parameters.replaceAll(':', ';').split(';');
  for (let i = 0; i < list.length; i += 1) {
    const parameter = list[i] === '' ? '0' : (list[i] as string);
    const code = Number(parameter);
    if (code === 0) look = {};
    else if (code === 38 || code === 48) {
      const length = list[i + 1] === '5' ? 3 : 5;
      look[code === 38 ? 'colour' : 'ground'] = list.slice(i, i + length).join(';');
      i += length - 1;
    } else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) look.colour = parameter;
    else if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107)) look.ground = parameter;
    else if (ON[parameter]) look[ON[parameter]] = parameter;
    else for (const aspect of Object.keys(OFF) as Aspect[]) if (OFF[aspect] === parameter) delete look[aspect];
  }
  const result = numberOf(look);
  applied.set(name, result);
  return result;
}

/** The fewest bytes that turn one style into another. */
export function changeStyle(from: Style, to: Style): string {
  if (from === to) return '';
  const name = from * 0x10000 + to;
  let bytes = changes.get(name);
  if (bytes === undefined) {
    bytes = shortestChange(looks[from] ?? {}, looks[to] ?? {});
    changes.set(name, bytes);
  }
  return bytes;
}

function shortestChange(from: Look, to: Look): string {
  const all = Object.values(to);
  const afresh = all.length === 0 ? '\x1b[m' : `\x1b[0;${all.join(';')}m`;
  const steps = new Set<string>();
  for (const aspect of Object.keys(from) as Aspect[]) if (to[aspect] === undefined) steps.add(OFF[aspect]);
  const losesWeight = steps.has('22');
  for (const aspect of Object.keys(to) as Aspect[]) {
    const again = losesWeight && (aspect === 'weight' || aspect === 'faint');
    if (again || from[aspect] !== to[aspect]) steps.add(to[aspect] as string);
  }
  const stepwise = `\x1b[${[...steps].join(';')}m`;
  return afresh.length <= stepwise.length ? afresh : stepwise;
}

/** True when a blank in this style looks like a plain blank. */
export function isBlankPlain(style: Style): boolean {
  const look = looks[style] ?? {};
  return !(look.ground || look.inverse || look.underline || look.strike);
}
