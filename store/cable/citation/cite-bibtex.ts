import { authorOf, type CitedCable, type CitedPlace, dayOf, titleOf } from './cited-cable.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** Signs that TeX reads as its own. The address is left as it is: `url` takes it verbatim. */
const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** An entry of several lines. Doubled braces keep the capitals of titles and the names of posts in one piece. */
export function citeBibtex(cable: CitedCable, { paragraph, link }: CitedPlace = {}): string {
  const day = dayOf(cable);
  const title = titleOf(cable);
  const fields: readonly (readonly [string, string | null])[] = [
    ['author', `{{${escapeTex(authorOf(cable))}}}`],
    ['title', `{{${escapeTex(title ?? cable.id)}}}`],
    ['howpublished', `{Diplomatic cable}`],
    ['number', `{${escapeTex(cable.id)}}`],
    ['year', day && `{${day[0]}}`],
    ['month', day && MONTHS[day[1] - 1]!],
    ['day', day && `{${day[2]}}`],
    ['note', noteOf(cable, paragraph)],
    ['url', link === undefined ? null : `{${link}}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = ${value}`]));
  return `@misc{cable${cable.id.replaceAll(/[^\w]/g, '-')},\n${lines.join(',\n')}\n}`;
}

function noteOf({ classification }: CitedCable, paragraph: number | undefined): string | null {
  const parts = [classification && escapeTex(classification), paragraph === undefined ? null : `para. ${paragraph}`].filter(Boolean);
  return parts.length === 0 ? null : `{${parts.join(', ')}}`;
}

const escapeTex = (text: string): string => text.replaceAll(/[\\{}$&#%_^~]/g, (sign) => ESCAPED[sign]!);
