import createMarkdownIt, { type MarkdownIt, type StateCore, type Token } from 'markdown-it';
import { attributeLists } from './attributeLists.ts';
import { bareLinks, type Reading } from './bareLinks.ts';
import { callouts } from './callouts.ts';
import { chatMarks } from './chatMarks.ts';
import { comments } from '../text/comments.ts';
import { fields } from './fields.ts';
import { footnotes } from './footnotes.ts';
import { htmlTags } from '../text/htmlTags.ts';
import { labelBelowItem } from './labelBelowItem.ts';
import { leanInline } from './leanInline.ts';
import { leanRules } from './leanRules.ts';
import { liquid } from './liquid.ts';
import { otherLinks } from './otherLinks.ts';
import { plainAddresses } from './plainAddresses.ts';
import { localTarget } from '../text/links/localLinks.ts';
import { safeUrl, siteOf } from '../text/links/safeUrl.ts';
import { spacedLinks } from './spacedLinks.ts';
import { tasks } from './tasks.ts';
import { tightBold } from './tightBold.ts';

/**
 * The one Markdown grammar of the reader, for its structure and for its HTML. Raw HTML is off, so what it renders is
 * sanitized by construction: only Markdown's own elements, and only links that {@link safeUrl} lets live. `isLean`: makes
 * the same tokens by less work.
 */
export function createMarkdown({ isLean = true } = {}): MarkdownIt {
  const markdown = createMarkdownIt({ html: false, linkify: true });
  plainAddresses(markdown);
  // Only addresses with a scheme: `Node.js` and `README.md` are words.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  // Those are found as the words are read; what is left to the rule for whole texts, `//a.example`, is not an address.
  markdown.core.ruler.disable('linkify');
  // A target in ASCII stays as it is written, and is spelt out once, by {@link safeUrl}; of any other one a person has
  // to see what it stands for.
  const spellOut = markdown.normalizeLink.bind(markdown);
  markdown.normalizeLink = (url) => (/^[!-~]*$/.test(url) ? url : spellOut(url));
  markdown.use(footnotes);
  markdown.use(comments);
  markdown.use(htmlTags);
  markdown.use(liquid);
  markdown.use(attributeLists);
  markdown.use(bareLinks);
  markdown.use(spacedLinks);
  markdown.use(otherLinks);
  markdown.use(tightBold);
  markdown.use(tasks);
  markdown.use(callouts);
  markdown.use(fields);
  markdown.use(chatMarks);
  markdown.use(labelBelowItem);
  if (isLean) markdown.use(leanRules).use(leanInline);
  markdown.core.ruler.push('live_links', disarmLinks);
  markdown.core.ruler.push('image_words', unescapeImageWords);
  markdown.core.ruler.before('text_join', 'escaped_brackets', keepEscapedBrackets);
  markdown.renderer.rules['escaped_bracket'] = () => '[';
  return markdown;
}

/** Made once: making it is expensive, and it keeps nothing of what it reads. */
const MARKDOWN = createMarkdown();

export function parseMarkdown(source: string, { isPlain = false }: Reading = {}): Token[] {
  return MARKDOWN.parse(source, { isPlain });
}

/**
 * Makes a plain span of each link that must not be live, so that its text stays and its target does not. One to a
 * section or a file has its {@link localTarget target} in its `meta`, for the renderer; and whatever names no scheme and no
 * host has its `href`, for who writes it again.
 */
function disarmLinks(state: StateCore): void {
  for (const { children } of state.tokens) {
    if (children === null || children.length < 2) continue;
    const open: Token[] = [];
    for (const token of children) {
      if (token.type === 'link_open') {
        // HTML can put a link into a link's words, which a browser would end there.
        const inLink = open.some(({ type }) => type === 'link_open');
        open.push(token);
        const href = String(token.attrGet('href') ?? '');
        const url = inLink ? undefined : safeUrl(href);
        if (url) {
          token.meta = { href: url.href, site: siteOf(url) };
          for (const outer of open) if (outer !== token) outer.meta = null;
        } else {
          disarm(token, 'dead_link_open');
          token.meta = inLink ? null : { target: localTarget(href), ...(isLocal(href) && { href }) };
        }
      } else if (token.type === 'link_close' && open.pop()?.type === 'dead_link_open') {
        disarm(token, 'dead_link_close');
      }
    }
  }
}

/** `notes/b.md`, `/en/2020/`, `#part`: it leads into the place where the text is published. */
function isLocal(href: string): boolean {
  return href !== '' && !/^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i.test(href) && !href.includes('\\');
}

/** `![a \] b](c)` says `a ] b`; what an HTML tag says has no escapes. */
function unescapeImageWords({ src, tokens, md }: StateCore): void {
  if (!src.includes('![')) return;
  for (const { children } of tokens) {
    for (const token of children ?? []) {
      if (token.type === 'image' && token.meta === null) token.content = md.utils.unescapeAll(token.content);
    }
  }
}

/** `\\[2]` is not a citation: its bracket stays apart from the text, which would be `[2]` again. */
function keepEscapedBrackets(state: StateCore): void {
  if (!state.src.includes('\\[')) return;
  for (const { children } of state.tokens) {
    for (const token of children ?? []) {
      if (token.type === 'text_special' && token.content === '[') token.type = 'escaped_bracket';
    }
  }
}

function disarm(token: Token, type: string): void {
  token.type = type;
  token.tag = 'span';
  token.attrs = null;
}
