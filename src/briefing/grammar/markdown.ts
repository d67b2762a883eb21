import { sumOf } from '../../base/sumOf.ts';
import createMarkdownIt, { type MarkdownIt, type StateCore, type Token } from 'markdown-it';
import { kramdownAttributes } from './kramdownAttributes.ts';
import { addressInBrackets } from './links/addressInBrackets.ts';
import { bareLinks, type Reading } from './links/bareLinks.ts';
import { callouts } from './callouts.ts';
import { chatLinks } from './links/chatLinks.ts';
import { chatMarks } from './chatMarks.ts';
import { comments } from './comments.ts';
import { fields } from './fields.ts';
import { footnotes } from './footnotes.ts';
import { htmlTags } from './htmlTags.ts';
import { labelBelowItem } from './labelBelowItem.ts';
import { leanInline } from './leanInline.ts';
import { leanRules } from './leanRules.ts';
import { liquid } from './liquid.ts';
import { otherLinks } from './links/otherLinks.ts';
import { plainAddresses } from './links/plainAddresses.ts';
import { localTarget } from '../text/links/localLinks.ts';
import { safeUrl, siteOf } from '../text/links/safeUrl.ts';
import { spacedLinks } from './links/spacedLinks.ts';
import { spelledAddresses } from './links/spelledAddresses.ts';
import { tasks } from './tasks.ts';
import { tightBold } from './tightBold.ts';

/**
 * The only Markdown grammar, for both structure and HTML. Raw HTML is off, so what it renders is sanitized by
 * construction: only Markdown's own elements, and only links that {@link safeUrl} allows. `isLean`: produce the same
 * tokens with less work.
 */
export function createMarkdown({ isLean = true } = {}): MarkdownIt {
  const markdown = createMarkdownIt({ html: false, linkify: true });
  plainAddresses(markdown);
  // Only addresses with a scheme are links: `Node.js` and `README.md` are words.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  // The inline rule finds those. The rule for whole texts would only add `//a.example`, which is not an address. It is
  // not in the build.
  markdown.core.ruler.disable('linkify', true);
  markdown.use(spelledAddresses);
  // `[Minutes](file:///home/ann/minutes.md)`, as programs write the files of their machine, is a link that is not live.
  const isLink = markdown.validateLink.bind(markdown);
  markdown.validateLink = (url) => url.startsWith('https://') || isLink(url) || /^file:/i.test(url);
  markdown.use(footnotes);
  markdown.use(comments);
  markdown.use(htmlTags);
  markdown.use(liquid);
  markdown.use(kramdownAttributes);
  markdown.use(bareLinks);
  markdown.use(spacedLinks);
  markdown.use(otherLinks);
  markdown.use(addressInBrackets);
  markdown.use(tightBold);
  markdown.use(tasks);
  markdown.use(callouts);
  markdown.use(fields);
  markdown.use(chatLinks);
  markdown.use(chatMarks);
  markdown.use(labelBelowItem);
  if (isLean) markdown.use(leanRules).use(leanInline);
  markdown.core.ruler.push('live_links', disarmLinks);
  markdown.core.ruler.push('image_words', unescapeImageWords);
  markdown.core.ruler.before('text_join', 'escaped_brackets', keepEscapedBrackets);
  markdown.renderer.rules['escaped_bracket'] = () => '[';
  return markdown;
}

/**
 * How long the addresses of all links and images may be together, with their titles, in UTF-16 units, beside the text
 * itself. `[a][1]` repeats an address with a few characters: some kilobytes of text could need all memory. What
 * follows has no address.
 */
const ADDRESSES = 200_000;

/** Created once: that is expensive, and it keeps no state between texts. */
const MARKDOWN = createMarkdown();

export function parseMarkdown(source: string, { isPlain = false }: Reading = {}): Token[] {
  return MARKDOWN.parse(source, { isPlain });
}

/**
 * Turns each link that must not be live into a plain span, so that its text stays and its target does not. For a link
 * to a section or a file, `meta` has its {@link localTarget target}, for the renderer; for a link without scheme and
 * host, it has the `href`, to write it as Markdown again.
 */
function disarmLinks(state: StateCore): void {
  let room = ADDRESSES + state.src.length;
  for (const { children } of state.tokens) {
    if (children === null || children.length < 2) continue;
    const open: Token[] = [];
    for (const token of children) {
      if (token.type === 'link_open' || token.type === 'image') {
        room -= lengthOfAddress(token);
        if (room < 0) token.attrs = null;
      }
      if (token.type === 'link_open') {
        // HTML allows a link inside a link's words, where a browser would end the outer one.
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

/** The length of the address of a link or image with its title, in UTF-16 units. */
function lengthOfAddress({ attrs }: Token): number {
  return sumOf(attrs ?? [], ([, value]) => String(value).length);
}

/** Whether a target is relative to where the text is published: `notes/b.md`, `/en/2020/`, `#part`. */
function isLocal(href: string): boolean {
  return href !== '' && !/^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i.test(href) && !href.includes('\\');
}

/** `![a \] b](c)` says `a ] b`. The words of an HTML tag have no escapes. */
function unescapeImageWords({ src, tokens, md }: StateCore): void {
  if (!src.includes('![')) return;
  for (const { children } of tokens) {
    for (const token of children ?? []) {
      if (token.type === 'image' && token.meta === null) token.content = md.utils.unescapeAll(token.content);
    }
  }
}

/** `\\[2]` is not a citation: its bracket stays a token of its own, because the text would be `[2]` again. */
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
