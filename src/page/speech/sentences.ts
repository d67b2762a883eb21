import { blocksIn, rangeIn, joinTexts } from '../texts.ts';

/** A sentence of the page: the text to speak, its language, and its range in the page. */
export interface Sentence {
  readonly text: string;
  readonly language: string;
  readonly range: Range;
}

/** Elements that are not read aloud: signs, addresses, sources, code, and controls. */
const SILENT =
  '.emoji, .host, .site, .citation, .mark, .unseen, .meta, .references, .image, code, pre, kbd, button, svg';

/** Yields the sentences of some elements, in order. Text before `from` is left out. */
export function* sentencesIn(roots: readonly Element[], from?: Element): Generator<Sentence> {
  const isLeftOut = (node: Node) =>
    node instanceof Element ? node.matches(SILENT) : from !== undefined && isBefore(node, from);
  for (const root of roots) {
    for (const block of blocksIn(root, isLeftOut)) yield* sentencesOf(block);
  }
}

function isBefore(node: Node, from: Element): boolean {
  return (from.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

function* sentencesOf(texts: readonly Text[]): Generator<Sentence> {
  const language = texts[0]?.parentElement?.closest<HTMLElement>('[lang]')?.lang ?? '';
  const segmenter = new Intl.Segmenter(localeOf(language), { granularity: 'sentence' });
  for (const { segment, index } of segmenter.segment(joinTexts(texts))) {
    const text = segment.replace(/\s+/g, ' ').trim();
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const start = index + segment.length - segment.trimStart().length;
    yield { text, language, range: rangeIn(texts, start, index + segment.trimEnd().length) };
  }
}

/** Returns undefined if a briefing's language is not a valid tag. */
function localeOf(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined;
  }
}
