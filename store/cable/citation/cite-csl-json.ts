import { authorOf, type CitedCable, type CitedPlace, dayOf, titleOf } from './cited-cable.ts';

/** An item of CSL-JSON 1.0, as citation managers import it: a list of such objects is a file. */
export function citeCslJson(cable: CitedCable, { paragraph, link }: CitedPlace = {}): Readonly<Record<string, unknown>> {
  const day = dayOf(cable);
  const title = titleOf(cable);
  return {
    id: cable.id,
    type: 'document',
    genre: 'Diplomatic cable',
    number: cable.id,
    author: [{ literal: authorOf(cable) }],
    ...(title !== null && { title }),
    ...(day && { issued: { 'date-parts': [day] } }),
    ...(cable.classification !== null && { note: cable.classification }),
    ...(paragraph !== undefined && { locator: String(paragraph), label: 'paragraph' }),
    ...(link !== undefined && { URL: link }),
  };
}
