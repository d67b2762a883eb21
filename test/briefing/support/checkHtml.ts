import assert from 'node:assert/strict';

/**
 * The allowlist of the tests: the elements and attributes that the reader's page may have, whatever the author of a
 * briefing wrote. It repeats that of the renderer on purpose, and does not depend on how the HTML was made.
 */
export const ELEMENTS: ReadonlySet<string> = new Set(
  [
    'h1 h2 h3 h4 h5 h6 p div section ul ol li blockquote pre code hr br strong em s a span sup',
    'table thead tbody tr th td',
  ].flatMap((line) => line.split(' ')),
);
const VOID = new Set(['hr', 'br', 'img']);
const TABLE = new Set('table thead tbody tr'.split(' '));
const BLOCKS = new Set('h1 h2 h3 h4 h5 h6 p ul ol li blockquote th td'.split(' '));
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>/y;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;

/** Direction changes, tags, and invisible characters between letters that they never join. */
export const HIDDEN =
  /[\u202a-\u202e\u2066-\u2069]|(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0000}-\u{e007f}]|[a-z0-9]\p{DI}+(?<!\u00ad)[a-z0-9]/iu;
// eslint-disable-next-line no-control-regex
export const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const LINK =
  /<a(?: class="(\w+)")? href="([^"]*)" title="([^"]*)">(.*?)<\/a>( ?<span class="(?:host|site)">.*?<\/span>)?/gs;
/** The tags between two paragraphs, headings, items or cells. */
const BLOCK_EDGE = /<\/?(?:h[1-6]|p|div|section|[uo]l|li|blockquote|pre|hr|table|t[rhd])\b[^>]*>/;
/**
 * Text that could be read as an address: a mark between letters, or a dot before one; a dot may look like a letter.
 */
const LIKE_HOST =
  /[\p{L}\p{N}][^\p{L}\p{N}\s'’-]+[\p{L}\p{N}]|[A-Za-z\d][^\p{Ll}\p{Lu}\d\s'’-]+[A-Za-z\d]|\.\s*[^\s.]/u;
/** A text file beside the briefing, or a fragment of one. */
const FILE = /^(?![/\\]|[^/]*:)[^?#\\]*[^?#\\/]\.(?:md|markdown|txt)$/i;
const SECTION = /^#s-[^\s"'<>&]+$/;
const REFERENCE = /^#r-\d+$/;

/**
 * Checks an HTML fragment against the allowlist: elements, attributes and values are allowed, each element is closed,
 * no character is hidden, and each link shows where it leads.
 */
export function checkHtml(html: string): void {
  checkWithPictures(html);
}

/** The same, with pictures allowed whose address begins with one of these. */
export function checkWithPictures(html: string, ...pictures: readonly string[]): void {
  const open: string[] = [];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', TAG.lastIndex)) {
    TAG.lastIndex = at;
    const [whole, slash, element = '', attributes = ''] = TAG.exec(html) ?? [];
    assert.ok(whole !== undefined, `No tag of ours: ${html.slice(at, at + 120)}`);
    const isPicture = element === 'img' && pictures.length > 0;
    assert.ok(ELEMENTS.has(element) || isPicture, `The element ${element}: ${whole}`);
    assert.ok(element !== 'a' || slash === '/' || !open.includes('a'), `A link in a link: ${whole}`);
    if (slash === '/')
      assert.equal(open.pop(), element, `It closes what is not open: ${html.slice(0, at + 20)}`);
    else if (!VOID.has(element)) open.push(element);
    for (const [, name = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
      const isSource = isPicture && name === 'src' && pictures.some((one) => decoded(value).startsWith(one));
      assert.ok(isSource || isAllowed(element, name, decoded(value)), `The attribute ${name}: ${whole}`);
    }
  }
  assert.deepEqual(open, [], 'Elements that are not closed');
  for (const text of html.split(/<[^>]*>/)) {
    assert.doesNotMatch(text, /[<>]|&(?!(?:amp|lt|gt|quot|#\d+);)/, 'Text that is not escaped');
  }
  assert.doesNotMatch(html, HIDDEN, 'A hidden character');
  assert.doesNotMatch(html, CONTROL, 'A control character');
  checkLinks(html);
}

/**
 * Checks that each link shows its target beside its words or as its words; that of a section or file is in the
 * tooltip. A link with the class `said` shows its host on hover and focus only: an earlier link of its block shows
 * the same host, and its words cannot be a host.
 */
function checkLinks(html: string): void {
  const said = html.split(BLOCK_EDGE).map(checkLinksOfBlock);
  const links = said.reduce((sum, count) => sum + count, 0);
  assert.equal(links, html.match(/<a /g)?.length ?? 0, 'A link that does not say where it leads');
}

/** Returns the number of links in the block. */
function checkLinksOfBlock(html: string): number {
  const links = [...html.matchAll(LINK)];
  const shown = new Set<string>();
  for (const [whole, name, written = '', hint = '', words = '', beside = ''] of links) {
    const [href, title, text] = [decoded(written), decoded(hint), textIn(words).trim()];
    assert.ok(text !== '' || words.includes('<img '), `Nothing to be seen: ${whole}`);
    if (href.startsWith('#')) {
      assert.notEqual(title.trim(), '', whole);
      assert.ok(SECTION.test(href) || /^\[.+\]$/s.test(text), `No citation: ${whole}`);
    } else if (protocolOf(href) === undefined) {
      assert.equal(name, 'file', whole);
      assert.equal(title, decodeURIComponent(href.replace(/#.*/, '')), whole);
    } else {
      const host = hostOf(href);
      const before = host.includes('@') ? '(?:mailto:)?' : '(?:https?://)?(?:www\\.)?';
      const isAddress = new RegExp(`^${before}${literally(host)}(?:[/?#]\\S*)?$`, 'i');
      const shows = !words.includes('<img ') && isAddress.test(text);
      assert.ok(shows || textIn(beside).endsWith(host), `It hides its host: ${whole}`);
      if (name === 'said') {
        assert.ok(shown.has(host) && !words.includes('<img '), `Its host was not said: ${whole}`);
        assert.doesNotMatch(text, LIKE_HOST, `Another host seems to be told: ${whole}`);
      }
      shown.add(host);
    }
  }
  return links.length;
}

/** The host as the URL parser spells it; of a mail link, the whole address, which must be a single one. */
function hostOf(href: string): string {
  const { protocol, host, pathname, search, hash } = new URL(href);
  if (protocol !== 'mailto:') return host.replace(/^www\./, '');
  assert.match(pathname, /^[^@,;:%&\s"<>]+@[^@,;:&\s"<>]+$/, `More or less than one recipient: ${href}`);
  assert.match(
    search,
    /^(?:\?(?:subject|body)=[^&]*(?:&(?:subject|body)=[^&]*)?)?$/i,
    `More than a mail shows: ${href}`,
  );
  assert.equal(hash, '');
  const [name = '', domain = ''] = pathname.split('@');
  return `${name}@${new URL(`https://${domain}`).host}`;
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function isAllowed(element: string, name: string, value: string): boolean {
  switch (name) {
    case 'href':
      return element === 'a' && (SCHEMES.has(protocolOf(value) ?? '') || isLocal(value));
    case 'title':
      return element === 'a' || element === 'sup';
    case 'class':
      if (element === 'code') return value.startsWith('language-');
      if (element === 'li' && /^reference r-\d+$/.test(value)) return true;
      if ((BLOCKS.has(element) || TABLE.has(element)) && /^r-\d+(?: r-\d+)*$/.test(value)) return true;
      return /^[a-z]+(?:[ -][a-z]+)*$/.test(value);
    case 'dir':
      return BLOCKS.has(element) && (value === 'auto' || value === 'rtl');
    case 'alt':
      return element === 'img';
    case 'id':
      return (
        (element === 'section' && value.startsWith('s-')) ||
        ((element === 'li' || element === 'tr') && value.startsWith('t-')) ||
        (element === 'div' && value.startsWith('p-'))
      );
    case 'start':
      return element === 'ol' && /^\d+$/.test(value);
    default:
      return false;
  }
}

function isLocal(href: string): boolean {
  if (SECTION.test(href) || REFERENCE.test(href)) return true;
  try {
    const path = href.replace(/#.*/, '');
    return (
      FILE.test(path) &&
      FILE.test(decodeURIComponent(path).replace(/[?#]/g, '_')) &&
      !HIDDEN.test(decodeURIComponent(href))
    );
  } catch {
    return false;
  }
}

function protocolOf(url: string): string | undefined {
  try {
    return new URL(url).protocol;
  } catch {
    return undefined;
  }
}

/** The links of a fragment, as a browser parses them. */
export function linksIn(html: string): string[] {
  return [...html.matchAll(/ href="([^"]*)"/g)].map(([, value = '']) => decoded(value));
}

/** The text of a fragment, as a browser shows it. */
export function textIn(html: string): string {
  return decoded(html.replace(/<[^>]*>/g, ''));
}

function decoded(value: string): string {
  return value.replace(/&(#?\w+);/g, (whole, name: string) =>
    name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (ENTITIES[name] ?? whole),
  );
}
