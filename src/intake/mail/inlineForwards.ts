import { asWhole } from '../../briefing/write/composeMarkdown.ts';
import { escapeWithin } from '../../briefing/write/writeMarkdown.ts';
import type { Mail } from '../model.ts';
import { depthOf, type ForwardedBlock, forwardedBlocks, isBare } from './forwardedBlock.ts';
import { hasText } from './mailContent.ts';

/** Maximum number of forwarded mails that get a heading; for any further ones, only the text is kept. */
const MAX_HEADINGS = 100;

/** Maximum length of a remark above a forwarded mail that can be dropped, in letters: `FYI`, `Hi Bob, see below`. */
const MAX_REMARK_LENGTH = 30;

const REPLY = /^(?:re|aw|antw|sv|rép|відп|回复|答复|回覆|返信)\s*(?:\[\d+\]\s*)?[:：]/i;

/** A forwarded mail with its text. */
interface ForwardedMail extends ForwardedBlock {
  readonly words: string;
}

/**
 * Splits a mail at the mails forwarded in its text: each gets a heading with its subject, sender and date. A mail that
 * only passes another one on is replaced by that. Recipients are dropped, as their addresses would be read as
 * references.
 */
export function withInlineForwards(mail: Mail): Mail {
  const lines = mail.markdown.split('\n');
  const blocks = forwardedBlocks(lines);
  if (blocks.length === 0) return mail;
  const above = textOfLines(lines.slice(0, blocks[0]?.start), 0);
  const parts: readonly ForwardedMail[] = blocks
    .map((block, at) => ({
      ...block,
      subject: block.subject || mail.subject,
      words: textOfLines(lines.slice(block.end, blocks[at + 1]?.start), block.depth),
    }))
    .filter(({ words }) => hasText(words))
    .filter(({ words, subject }, at, all) => at === all.length - 1 || !isForwardOnly(words, subject));
  const [first, ...others] = parts;
  if (!first || !isForwardOnly(above, mail.subject))
    return { ...mail, markdown: joinParts([above, ...withHeadings(parts)]) };
  const { subject, from, date } = first;
  const markdown = joinParts([first.words, ...withHeadings(others)]);
  return {
    ...{ kind: 'mail', subject, from, markdown },
    ...(date !== undefined && { date }),
    ...(mail.language !== undefined && { language: mail.language }),
    ...(mail.isCut === true && { isCut: true }),
  };
}

/** The heading of a forwarded mail: `## Ferries stop (Ann Porter, 2026-03-03)`. */
export function mailHeading({ subject, from, date }: Pick<Mail, 'subject' | 'from' | 'date'>): string {
  const written = [from, date?.slice(0, 'yyyy-mm-dd'.length)].filter((one) => one !== undefined);
  return `## ${escapeWithin(written.length === 0 ? subject : `${subject} (${written.join(', ')})`)}`;
}

function withHeadings(parts: readonly ForwardedMail[]): readonly string[] {
  return parts.flatMap((part, at) => (at < MAX_HEADINGS ? [mailHeading(part), part.words] : [part.words]));
}

function joinParts(parts: readonly string[]): string {
  return asWhole(parts.filter((part) => part !== '').join('\n\n'));
}

/** The text of some lines, without blank lines around it, and without the quotation that all of it is in. */
function textOfLines(lines: readonly string[], depth: number): string {
  const isWord = (line: string) => !isBare(line);
  const words = lines.slice(Math.max(0, lines.findIndex(isWord)), lines.findLastIndex(isWord) + 1);
  if (!words.every((line) => line === '' || depthOf(line) >= depth)) return words.join('\n');
  const quoted = new RegExp(`^(?: {0,3}>){${depth}} ?`);
  return (depth === 0 ? words : words.map((line) => line.replace(quoted, ''))).join('\n');
}

/**
 * Whether a forwarded mail has no text above it, or so little that it can be dropped. A reply's text is always kept.
 */
function isForwardOnly(words: string, subject: string): boolean {
  if (!hasText(words)) return true;
  if (words.length > 200 || /\d|\]\(|:\/\/|@/.test(words) || REPLY.test(subject)) return false;
  return words.replace(/\p{Ideographic}/gu, 'xxx').replace(/\P{L}+/gu, '').length <= MAX_REMARK_LENGTH;
}
