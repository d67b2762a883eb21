import { tidy } from '../../../base/tidy.ts';
import { safeUrl } from '../../text/links/safeUrl.ts';
import { splitLines } from '../../text/sourceText.ts';
import { normalizeLenientMarkdown } from '../lenientMarkdown.ts';
import { type JsonNode, wordsAt } from './jsonNodes.ts';
import { escapeLiteral, type Line, linkTo } from './jsonSources.ts';

/** A message of a chat such as Slack, as programs send it. */
export interface Message {
  /** Its first header; '' if it has none. */
  readonly title: string;
  readonly lines: readonly Line[];
}

/** The types of blocks that have words, and those of all that are read. */
const SAYS = /^(?:header|section|context|actions)$/;
const KNOWN = /^(?:header|section|context|actions|divider|image)$/;
/** A bold line above a blank line or a list heads a section, `*Harbour*`. */
const HEADING = /^\*\*([^*\n<]{1,80}[^*\n<:：])\*\*[^\S\n]*(?:\n(?=\s*(?:\n|[-*•◦▪‣]\s|\d{1,2}[.)]\s))|$)/;
/** `2*3`. */
const IN_WORD = /(?<=[\p{L}\p{N}])\*(?=[\p{L}\p{N}])/gu;
/** `*bold*` and `~struck~`, where Markdown has two marks. */
const BOLD = /(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]{0,300}[^\s*])\*(?![\p{L}\p{N}*])/gu;
const STRUCK = /(?<![\p{L}\p{N}~])~(?=[^\s~])([^~\n]{0,300}[^\s~])~(?![\p{L}\p{N}~])/gu;

/**
 * Reads a message in blocks, `{ "blocks": [{ "type": "header", "text": { "text": "Brief" } }, { "type": "section", … }] }`,
 * also with the blocks in its attachments. Undefined if it is anything else.
 */
export function readMessage(root: JsonNode): Message | undefined {
  const attached = root.members?.get('attachments')?.items ?? [];
  const found = [root, ...attached].flatMap((held) => held.members?.get('blocks')?.items ?? []);
  const blocks = found.sort((a, b) => a.from - b.from);
  if (!blocks.some((block) => /^(?:header|section)$/.test(typeOf(block)) && textsIn(block).length > 0))
    return undefined;
  if (blocks.some((block) => !KNOWN.test(typeOf(block)))) return undefined;
  const titled = blocks.find((block) => SAYS.test(typeOf(block)));
  const isTitled = titled !== undefined && typeOf(titled) === 'header';
  const said = blocks.flatMap((block) => (isTitled && block === titled ? [] : blockLines(block)));
  const marked = normalizeLenientMarkdown(
    said.map(({ text }) => text),
    true,
  );
  return {
    title: isTitled ? wordsAt(titled.members?.get('text') ?? titled, ['text']) : '',
    lines: said.map((line, i) => ({ ...line, text: marked[i] ?? '' })),
  };
}

function typeOf(node: JsonNode): string {
  return node.members?.get('type')?.text ?? '';
}

/** The texts of a block: its own, those in columns, and those of a context. */
function textsIn({ members }: JsonNode): JsonNode[] {
  const held = [
    members?.get('text'),
    ...(members?.get('fields')?.items ?? []),
    ...(members?.get('elements')?.items ?? []),
  ];
  return held.flatMap((node) => {
    const text = node?.members?.get('text');
    return node && text?.text !== undefined && /^(?:mrkdwn|plain_text)$/.test(typeOf(node))
      ? { ...text, text: typeOf(node) === 'mrkdwn' ? markdownOf(text.text) : escapeLiteral(text.text) }
      : [];
  });
}

function blockLines(block: JsonNode): Line[] {
  const { from, to } = block;
  const type = typeOf(block);
  const texts = textsIn(block).map(({ text = '' }) =>
    type === 'header' ? `## ${tidy(text)}` : text.trim().replace(HEADING, '## $1\n'),
  );
  const paragraphs = type === 'divider' ? ['---'] : SAYS.test(type) ? [...texts, ...buttonsOf(block)] : [];
  return paragraphs.flatMap((text) => [...splitLines(text), ''].map((line) => ({ text: line, from, to })));
}

/** The links of a block's buttons. */
function buttonsOf({ members }: JsonNode): string[] {
  const buttons = [members?.get('accessory'), ...(members?.get('elements')?.items ?? [])];
  return buttons.flatMap((button) => {
    const url = button?.members?.get('url')?.text ?? '';
    const words = wordsAt(button?.members?.get('text') ?? { from: 0, to: 0 }, ['text']);
    return safeUrl(url) && words !== '' ? linkTo(url, words) : [];
  });
}

function markdownOf(text: string): string {
  return text.replace(IN_WORD, '\\*').replace(BOLD, '**$1**').replace(STRUCK, '~~$1~~');
}
