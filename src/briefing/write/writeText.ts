import { joinFilled } from '../../base/joinFilled.ts';
import type { Token } from 'markdown-it';
import { type Block, readDocument } from '../blocks/document.ts';
import { copyOf } from '../grammar/tokens.ts';
import { ADDRESS_LAST, hasTitleLine } from '../items/titleLines.ts';
import { asWhole } from './composeMarkdown.ts';
import { noteLabel, writeBlocks, writeItem } from './writeMarkdown.ts';

/** Line lengths of wrapped text, in UTF-16 units. A shorter line was ended by its author on purpose. */
const MIN_WRAPPED_LENGTH = 45;
const MAX_WRAPPED_LENGTH = 100;

/**
 * Returns a text that has its title elsewhere as Markdown, as the reader reads it: in plain text, that includes
 * headings, lists and paragraphs that the author only drew.
 */
export function writeText(text: string): string {
  // With a title in front matter, the first line is not read as one.
  const { blocks, remarks, rest, footnotes } = readDocument(`---\ntitle: Text\n---\n\n${text}`);
  const body = [...remarks.opening, ...blocks, ...remarks.closing, ...(rest ? [rest] : [])];
  const notes = [...footnotes].map(([label, note]) =>
    writeItem(`[^${noteLabel(label)}]: `, writeBlock(note)).replace(/\n +/g, '\n    '),
  );
  return asWhole(joinFilled([...body.map(writeBlock), ...notes], '\n\n'));
}

function writeBlock({ tokens }: Block): string {
  return writeBlocks(tokens.map(unwrapped));
}

/** Joins the lines of a paragraph that was wrapped at a fixed width, unless the first is a title, or the last of a few an address. */
function unwrapped(token: Token): Token {
  const { type, content, children: words } = token;
  if (type !== 'inline' || !words || hasTitleLine(words)) return token;
  const lines = content.split('\n');
  const isWrapped = lines.every(
    ({ length }, at) =>
      length <= MAX_WRAPPED_LENGTH && (length >= MIN_WRAPPED_LENGTH || at === lines.length - 1),
  );
  if (!isWrapped || (lines.length < 4 && ADDRESS_LAST.test(content))) return token;
  const children = words.map((child) =>
    child.type === 'softbreak' ? copyOf(child, { type: 'text', content: ' ' }) : child,
  );
  return copyOf(token, { children });
}
