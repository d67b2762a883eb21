// The same, as its package has it for browsers: what the build rewrites is ours to be held against it, not its own.
import createMarkdownIt from 'markdown-it/browser';
import { marked } from 'marked';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';

/*
 * What is measured. It is bundled for that, as the extension is: tsx gives each function that runs a name, and that
 * would be measured as well.
 */
const markdown = createMarkdownIt();
const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

export const subjects = {
  parseBriefing: (text: string): unknown => parseBriefing(text, 'briefing.md'),
  /** Markdown-it alone, as it comes: what the parser is held against. */
  markdownIt: (text: string): unknown => markdown.parse(text, {}),
  /** Two others that people take: one for its speed, one for its tree. */
  marked: (text: string): unknown => marked.lexer(text),
  remark: (text: string): unknown => remark.parse(text),
};

export type Subject = keyof typeof subjects;
