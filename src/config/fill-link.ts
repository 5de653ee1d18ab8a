/* `https://example.org/{year}/{month}/{id}.html#par{paragraph}` -> the address of one cable, or of a paragraph of it. */

export interface LinkPlace {
  readonly id: string;
  /** `2009-02-27 23:36` or the like; null where it is not known. */
  readonly created: string | null;
  /** What stands behind `#par` on the source site: the paragraph's own number where it has one. */
  readonly paragraph?: string;
}

export const LINK_PLACES = ['id', 'year', 'month', 'day', 'paragraph'] as const;

/** What the template needs and the cable does not have is left out. */
export function fillLink(template: string, { id, created, paragraph = '' }: LinkPlace): string {
  const [year = '', month = '', day = ''] = created?.slice(0, 10).split('-') ?? [];
  const values: Readonly<Record<string, string>> = { id, year, month, day, paragraph };
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

/** A place of the template that nothing fills, or null. */
export const strangePlace = (template: string): string | null =>
  [...template.matchAll(/\{(\w*)\}/g)].map(([, name]) => name!).find((name) => !(LINK_PLACES as readonly string[]).includes(name)) ?? null;
