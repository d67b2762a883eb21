import { highlight } from '../highlight.ts';
import { blocksIn, joinTexts, rangeIn } from '../texts.ts';

/**
 * Highlights words at the beginnings of words: `port` in `ports`, not in `report`. In scripts without capital letters,
 * which may not separate words, they are highlighted anywhere.
 */
export function markWords(scope: Element | undefined, words: readonly string[]): void {
  const distinct = [...new Set(words.map(foldInPlace))];
  highlight('found', scope ? distinct.flatMap((word) => rangesOf(word, scope)) : []);
}

function rangesOf(word: string, scope: Element): Range[] {
  const ranges: Range[] = [];
  if (word === '') return ranges;
  for (const texts of blocksIn(scope, isVisuallyHidden)) {
    const text = foldInPlace(joinTexts(texts));
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (!/[\p{LC}\p{N}]/u.test(text[at - 1] ?? '')) ranges.push(rangeIn(texts, at, at + word.length));
    }
  }
  return ranges;
}

/** Removes capitals and accents, as the search does, but keeps the length, so that offsets stay valid. */
function foldInPlace(text: string): string {
  const plain = text.replace(/[À-֏Ḁ-῿]/g, (letter) => letter.normalize('NFD').charAt(0));
  const lowered = plain.toLowerCase();
  return lowered.length === text.length ? lowered : plain;
}

function isVisuallyHidden(node: Node): boolean {
  return node instanceof Element && node.matches('.unseen');
}
