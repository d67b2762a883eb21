import type { Token } from 'markdown-it';
import type { Block } from '../blocks/document.ts';
import { inlineOf, isParagraph } from '../blocks/kinds.ts';
import { closeOf, isLineBreak, linesOf, plainText, isVisible, wordsOf } from '../grammar/tokens.ts';
import { listOf, splitParagraph } from './makeLists.ts';
import { opensSources } from '../text/sourceLabels.ts';
import { isGenericLabel } from '../text/links/genericWords.ts';
import { isPhrase } from '../text/scripts.ts';
import { namesPart } from '../text/partLabels.ts';
import { isFullSentence } from './linksAsItems.ts';
import { isSourceLine } from './sourceLines.ts';

/** What is between a link and what is told: `: The office …`, ` — the office …`. */
const LABEL_ENDS = /^(?:[:：]\s*|\s+(?:[–—]+|-{1,3})\s+)\S/u;

/** `▶ `, `🎧 ` */
const SIGN = /^[\p{So}\p{Extended_Pictographic}\uFE0F]{1,3} $/u;

/**
 * Returns for each block whether a story begins there with a link; none do unless the section is made of such
 * stories. Either the first line is the link, and the others describe the page, or the link has a colon. `[Ferry
 * stops at nine](https://a.example)`, `The office …`; `[Ferry](https://a.example): The office …`. `least`: the
 * number of such stories that a section needs.
 */
export function linkStarts(blocks: readonly Block[], least = 3): readonly boolean[] {
  const begins = blocks.map(isToldByLink);
  const found = begins.filter(Boolean).length;
  if (found < least) return [];
  // What is no sentence below the last story may be no news: the sender’s address, links to share the text.
  const last = begins.lastIndexOf(true);
  const paragraphs = blocks.filter((block, i) => isParagraph(block) && (i <= last || isFullSentence(block)));
  // If the first sentences have a label, what has none belongs to the story above it: more text, the writer's name.
  const first = paragraphs.find((block) => isLabelledByLink(block) || isFullSentence(block));
  const isLed = first !== undefined && isLabelledByLink(first);
  if (found * 2 < paragraphs.length && !isLed) return [];
  // A link alone is a story, too: it may have only code below it.
  return begins.map((begin, i) => begin || isLinkAlone(blocks[i]));
}

/**
 * Returns a paragraph of several lines as a list if each line is a link with a description:
 * `[Ferry](https://a.example) — it stops`.
 */
export function listedLines(block: Block): Block {
  const inline = inlineOf(block);
  if (inline?.children?.[0]?.type !== 'link_open') return block;
  const lines = linesOf(inline);
  return lines.length > 2 && lines.every((line) => isLabelled(line, /^\s*[:：–—-]+\s+\S/u))
    ? listOf(splitParagraph(block, () => true).map((line) => [line]))
    : block;
}

/** Whether a paragraph may be a story that begins with a link. */
export function isToldByLink(block: Block): boolean {
  return isHeadedByLink(block) || isLabelledByLink(block);
}

function isHeadedByLink(block: Block): boolean {
  const inline = inlineOf(block);
  if (inline?.children?.[0]?.type !== 'link_open') return false;
  const [first, second] = linesOf(inline);
  if (first === undefined || second === undefined || !isLinkOfWords(first)) return false;
  const name = plainText(first);
  return isPhrase(name) || (!isGenericLabel(name) && isPhrase(plainText(second)) && !isSourceLine(second));
}

/** Whether a paragraph is `[Ferry](https://a.example): The office …`, and not `[Source](https://a.example): …`. */
function isLabelledByLink(block: Block): boolean {
  return isLabelled(wordsOf(inlineOf(block)), LABEL_ENDS);
}

/** Whether words begin with a link, maybe after a sign, `▶ `, that is the label of the text after a mark. */
function isLabelled(written: readonly Token[], mark: RegExp): boolean {
  const isSigned = written[0]?.type === 'text' && SIGN.test(written[0].content);
  const words = isSigned ? written.slice(1) : written;
  if (words[0]?.type !== 'link_open' || words[0].info === 'auto') return false;
  const close = closeOf(words, 0);
  const label = plainText(words.slice(1, close));
  const [text, next] = words.slice(close + 1, close + 3);
  // What is told may begin with another link or in bold, for which a bracket stands.
  const after = `${text?.content ?? ''}${next && !isLineBreak(next) ? '[' : ''}`;
  return (
    mark.test(after) &&
    /\p{L}/u.test(label) &&
    !isGenericLabel(label) &&
    !namesPart(label) &&
    !opensSources(label)
  );
}

function isLinkAlone(block: Block | undefined): boolean {
  const inline = inlineOf(block);
  return (
    inline?.children?.[0]?.type === 'link_open' &&
    isLinkOfWords(inline.children) &&
    isPhrase(plainText(inline.children))
  );
}

/** Whether a line is one link whose words are not its address. */
function isLinkOfWords(line: readonly Token[]): boolean {
  return line[0]?.info !== 'auto' && closeOf(line, 0) === line.findLastIndex(isVisible);
}
