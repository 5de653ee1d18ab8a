/* docs/tour.md, from the table that the story walks. */
import { type TourPart, type TourStep, tour } from '../help/tour.ts';

export const tourSheet = (): string => tour.map(writePart).join('\n');

function writePart({ title, text, steps }: TourPart): string {
  return `## ${title}\n\n${text}\n\n${steps.map(writeStep).join('\n')}\n`;
}

function writeStep(step: TourStep): string {
  if ('type' in step) return `- ${step.say}\n\n  \`\`\`\n  ${step.type}\n  \`\`\`\n`;
  return `- ${step.press.map(writeKey).join(' ')}  \n  ${step.say}`;
}

const writeKey = (key: string): string => (key.startsWith('"') ? `**${key.slice(1)}**` : `\`${key}\``);
