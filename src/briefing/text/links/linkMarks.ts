import { EMOJI } from '../../../base/emoji.ts';

const MARKS = new RegExp(
  `^\\s*[([（]?\\s*((?:${EMOJI}|[★☆✩✪✭✯])(?:\\s*(?:${EMOJI}|[★☆✩✪✭✯])){0,9})\\s*[)\\]）]?\\s*$`,
  'u',
);

/** The mark after a link that rates it: `🔥`, `(★)`, `★★★`; undefined for words. */
export function linkMark(text: string): string | undefined {
  return text.length > 100 ? undefined : MARKS.exec(text)?.[1];
}
