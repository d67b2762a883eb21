import type { Token } from 'markdown-it';
import { type Block, readDocument } from '../blocks/document.ts';
import { copyOf } from '../grammar/tokens.ts';
import { asWhole } from './composeMarkdown.ts';
import { noteLabel, writeBlocks, writeItem } from './writeMarkdown.ts';

/** Lines shorter than this end where their author wanted them to. */
const SHORTEST_WRAPPED = 45;
const LONGEST_WRAPPED = 100;

/**
 * A text that is titled elsewhere, in the way that the reader reads it, as Markdown: of a plain one, the headings, lists
 * and paragraphs that its author only drew.
 */
export function writeText(text: string): string {
  // Its first line is no title, then.
  const { blocks, remarks, rest, footnotes } = readDocument(`---\ntitle: Text\n---\n\n${text}`);
  const body = [...remarks.opening, ...blocks, ...remarks.closing, ...(rest ? [rest] : [])];
  const notes = [...footnotes].map(([label, note]) =>
    writeItem(`[^${noteLabel(label)}]: `, writeBlock(note)).replace(/\n +/g, '\n    '),
  );
  return asWhole([...body.map(writeBlock), ...notes].filter(Boolean).join('\n\n'));
}

function writeBlock({ tokens }: Block): string {
  return writeBlocks(tokens.map(unwrapped));
}

/** A paragraph whose lines are as long as they come is one line. */
function unwrapped(token: Token): Token {
  if (token.type !== 'inline' || !token.children) return token;
  const lines = token.content.split('\n');
  const isWrapped = lines.every(
    ({ length }, at) => length <= LONGEST_WRAPPED && (length >= SHORTEST_WRAPPED || at === lines.length - 1),
  );
  if (!isWrapped) return token;
  const children = token.children.map((child) =>
    child.type === 'softbreak' ? copyOf(child, { type: 'text', content: ' ' }) : child,
  );
  return copyOf(token, { children });
}
