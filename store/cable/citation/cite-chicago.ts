import { authorOf, type CitedCable, type CitedPlace, dayOf, titleOf } from './cited-cable.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * A note in the style of the Chicago Manual (17th ed., 14.218, unpublished documents: author, title, kind and number, date, place), one line.
 * The title is left as the cable has it, in capitals.
 */
export function citeChicago(cable: CitedCable, { paragraph, link }: CitedPlace = {}): string {
  const day = dayOf(cable);
  const title = titleOf(cable);
  const kind = `diplomatic cable ${cable.id}`;
  const parts = [
    title === null ? `${authorOf(cable)}, ${kind}` : `${authorOf(cable)}, “${title.replaceAll('"', "'")},” ${kind}`,
    ...(day ? [`${MONTHS[day[1] - 1]} ${day[2]}, ${day[0]}`] : ['n.d.']),
    ...(cable.classification ? [cable.classification.toLowerCase()] : []),
    ...(paragraph === undefined ? [] : [`para. ${paragraph}`]),
    ...(link === undefined ? [] : [link]),
  ];
  return parts.join(', ').replace(/\.?$/, '.');
}
