/** The elements that separate texts: within one of them, words follow each other directly. */
const BLOCK = 'p, li, h1, h2, h3, h4, h5, h6, td, th, blockquote, div';

/** Yields the text nodes of an element, grouped by block. Nodes for which `isLeftOut` is true are not entered. */
export function* blocksIn(root: Node, isLeftOut: (node: Node) => boolean): Generator<readonly Text[]> {
  let texts: Text[] = [];
  for (const text of textsIn(root, isLeftOut)) {
    if (texts[0] && blockOf(texts[0]) !== blockOf(text)) {
      yield texts;
      texts = [];
    }
    texts.push(text);
  }
  if (texts.length > 0) yield texts;
}

function* textsIn(node: Node, isLeftOut: (node: Node) => boolean): Generator<Text> {
  if (isLeftOut(node)) return;
  if (node instanceof Text) yield node;
  for (const child of node.childNodes) yield* textsIn(child, isLeftOut);
}

function blockOf(text: Text): Element | null | undefined {
  return text.parentElement?.closest(BLOCK);
}

export function joinTexts(texts: readonly Text[]): string {
  return texts.map(({ data }) => data).join('');
}

/** The range in the page of a part of some texts, given as half-open offsets in UTF-16 units. */
export function rangeIn(texts: readonly Text[], start: number, end: number): Range {
  const range = document.createRange();
  let at = 0;
  for (const text of texts) {
    const next = at + text.data.length;
    if (at <= start && start < next) range.setStart(text, start - at);
    if (at < end && end <= next) range.setEnd(text, end - at);
    at = next;
  }
  return range;
}
