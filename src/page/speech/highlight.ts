import { blocksIn, rangeIn, joinTexts } from './texts.ts';

/**
 * Marks ranges of the text in the style that the style sheet gives to `::highlight(found)`. No ranges remove the mark.
 */
export function highlight(name: 'spoken' | 'found', ranges: readonly Range[]): void {
  // Not every browser has the API.
  const { highlights } = CSS as { highlights?: HighlightRegistry };
  if (ranges.length === 0 || !highlights) {
    highlights?.delete(name);
    return;
  }
  const highlight = new Highlight();
  for (const range of ranges) highlight.add(range);
  highlights.set(name, highlight);
}

/**
 * Highlights words at the beginnings of words: `port` in `ports`, not in `report`. In scripts without capital letters,
 * which may not separate words, they are highlighted anywhere.
 */
export function markWords(scope: Element | undefined, words: readonly string[]): void {
  const sought = [...new Set(words.map(foldText))];
  highlight('found', scope ? sought.flatMap((word) => rangesOf(word, scope)) : []);
}

function rangesOf(word: string, scope: Element): Range[] {
  const ranges: Range[] = [];
  if (word === '') return ranges;
  for (const texts of blocksIn(scope, isVisuallyHidden)) {
    const text = foldText(joinTexts(texts));
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (!/[\p{LC}\p{N}]/u.test(text[at - 1] ?? '')) ranges.push(rangeIn(texts, at, at + word.length));
    }
  }
  return ranges;
}

/** Removes capitals and accents, as the search does, but keeps the length, so that offsets stay valid. */
function foldText(text: string): string {
  const plain = text.replace(/[À-֏Ḁ-῿]/g, (letter) => letter.normalize('NFD').charAt(0));
  const lowered = plain.toLowerCase();
  return lowered.length === text.length ? lowered : plain;
}

function isVisuallyHidden(node: Node): boolean {
  return node instanceof Element && node.matches('.unseen');
}
