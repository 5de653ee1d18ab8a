/** A text with one blank where any run of blanks and line ends stood, and none around it. Most have nothing to change, which is told in a fraction of the time. */
export const oneLine = (text: string): string => (/[^\S ]|\s\s/.test(text) ? text.replaceAll(/\s+/g, ' ') : text).trim();
