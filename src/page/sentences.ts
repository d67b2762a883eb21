/** A sentence of the page: what is said, in which language, and where it stands. */
export interface Sentence {
  readonly text: string;
  readonly language: string;
  readonly range: Range;
}

/** What is for the eye only: signs, addresses, sources, code, and what can be pressed. */
const SILENT =
  '.emoji, .host, .site, .citation, .mark, .unseen, .meta, .references, .image, code, pre, kbd, button, svg';
const BLOCK = 'p, li, h1, h2, h3, h4, h5, h6, td, th, blockquote, div';
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u200D|\uFE0F|\u20E3/gu;

/** The sentences of some elements, one after another. What comes before `from` is left out. */
export function* sentencesIn(roots: readonly Element[], from?: Element): Generator<Sentence> {
  for (const root of roots) {
    for (const block of blocksIn(root, from)) yield* sentencesOf(block);
  }
}

/** The texts that stand in one block, with nothing of another between them. */
function* blocksIn(root: Element, from: Element | undefined): Generator<readonly Text[]> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(SILENT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let texts: Text[] = [];
  let block: Element | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || (from && isBefore(node, from))) continue;
    const own = node.parentElement?.closest(BLOCK) ?? null;
    if (own !== block && texts.length > 0) {
      yield texts;
      texts = [];
    }
    block = own;
    texts.push(node);
  }
  if (texts.length > 0) yield texts;
}

function isBefore(node: Node, from: Element): boolean {
  return (from.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

function* sentencesOf(texts: readonly Text[]): Generator<Sentence> {
  const whole = texts.map((text) => text.data).join('');
  const language = texts[0]?.parentElement?.closest<HTMLElement>('[lang]')?.lang ?? '';
  for (const { segment, index } of new Intl.Segmenter(localeOf(language), {
    granularity: 'sentence',
  }).segment(whole)) {
    const text = segment.replace(EMOJI, '').replace(/\s+/g, ' ').trim();
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const start = index + (segment.length - segment.trimStart().length);
    const range = rangeIn(texts, start, index + segment.trimEnd().length);
    if (range) yield { text, language, range };
  }
}

/** What a briefing calls its language may be none. */
function localeOf(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined;
  }
}

function rangeIn(texts: readonly Text[], start: number, end: number): Range | undefined {
  const range = document.createRange();
  let at = 0;
  let isStarted = false;
  for (const text of texts) {
    const next = at + text.data.length;
    if (!isStarted && start < next) {
      range.setStart(text, start - at);
      isStarted = true;
    }
    if (isStarted && end <= next) {
      range.setEnd(text, end - at);
      return range;
    }
    at = next;
  }
  return undefined;
}
