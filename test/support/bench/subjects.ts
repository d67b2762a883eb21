// The browser build of the same package, which our build does not rewrite: the anchor has to be the original code.
import createMarkdownIt from 'markdown-it/browser';
import { marked } from 'marked';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { writeBriefing } from '../../../src/briefing/writeBriefing.ts';

/*
 * The subjects to measure. They are bundled for that, as the extension is: tsx adds code that names each function,
 * which would be measured as well.
 */
const markdown = createMarkdownIt();
const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

export const subjects = {
  parseBriefing: (text: string): unknown => parseBriefing(text, 'briefing.md'),
  /** What is done with a briefing: parsed, rendered, and written as Markdown. */
  allOfBriefing: (text: string): unknown => {
    const briefing = parseBriefing(text, 'briefing.md');
    return [renderBriefing(briefing), writeBriefing(briefing)];
  },
  /** The original markdown-it, to which the parser is compared. */
  markdownIt: (text: string): unknown => markdown.parse(text, {}),
  /** Two other common parsers: one known for its speed, one for its tree. */
  marked: (text: string): unknown => marked.lexer(text),
  remark: (text: string): unknown => remark.parse(text),
};

export type Subject = keyof typeof subjects;
