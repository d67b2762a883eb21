// The browser build of the same package, which our build does not rewrite: the anchor has to be the original code.
import createMarkdownIt from 'markdown-it/browser';
import { marked } from 'marked';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { writeBriefing } from '../../../src/briefing/writeBriefing.ts';
import { quoteIn } from '../../../src/share/quoteIn.ts';

/*
 * The subjects to measure. They are bundled for that, as the extension is: tsx adds code that names each function,
 * which would be measured as well.
 */
const markdown = createMarkdownIt();
const QUOTED_IN = ['markdown', 'mdx', 'latex', 'html', 'asciidoc', 'restructuredtext', 'plaintext'];
const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

export const subjects = {
  parseBriefing: (text: string): unknown => parseBriefing(text, 'briefing.md'),
  /** What is done with a briefing: parsed, rendered, written as Markdown, and quoted in each format. */
  allOfBriefing: (text: string): unknown => {
    const briefing = parseBriefing(text, 'briefing.md');
    const quotations = itemsIn(briefing).map((item) => ({ item, briefing }));
    const quoted = QUOTED_IN.map((language) => quoteIn(language, quotations));
    return [renderBriefing(briefing), writeBriefing(briefing), quoted];
  },
  /** The original markdown-it, to which the parser is compared. */
  markdownIt: (text: string): unknown => markdown.parse(text, {}),
  /** Two other common parsers: one known for its speed, one for its tree. */
  marked: (text: string): unknown => marked.lexer(text),
  remark: (text: string): unknown => remark.parse(text),
};

export type Subject = keyof typeof subjects;
