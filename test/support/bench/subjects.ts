import createMarkdownIt from 'markdown-it';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';

/*
 * What is measured. It is bundled for that, as the extension is: tsx gives each function that runs a name, and that
 * would be measured as well.
 */
const markdown = createMarkdownIt();

export const subjects = {
  parseBriefing: (text: string): unknown => parseBriefing(text, 'briefing.md'),
  /** Markdown-it alone, as it comes: what the parser is held against. */
  markdownIt: (text: string): unknown => markdown.parse(text, {}),
};

export type Subject = keyof typeof subjects;
