import { tidy } from '../../../base/tidy.ts';
import { safeUrl } from '../../text/links/safeUrl.ts';
import { splitLines } from '../../text/sourceText.ts';
import { BULLETS } from '../../text/bullets/marks.ts';
import { normalizeLenientMarkdown } from '../lenientMarkdown.ts';
import { type JsonNode, wordsAt } from './jsonNodes.ts';
import { escapeLiteral, type Line, linkTo, targetOf } from './jsonSources.ts';

/** A message of a chat such as Slack, as programs send it. */
export interface Message {
  /** Its first header; '' if it has none. */
  readonly title: string;
  readonly lines: readonly Line[];
}

/** All that a message, and what is attached to it, can have beside its blocks. `text` says what its blocks say. */
const OF_MESSAGE =
  /^(?:blocks|attachments|text|channel|username|icon_emoji|icon_url|thread_ts|ts|token|mrkdwn|link_names|unfurl_links|unfurl_media|response_type|replace_original)$/;
const OF_ATTACHED = /^(?:blocks|color|fallback)$/;
/** The types of all blocks that are read, and what these can have. */
const KNOWN = /^(?:header|section|context|actions|divider|image)$/;
const OF_BLOCK = /^(?:type|block_id|text|fields|elements|accessory|expand|title|alt_text|image_\w+)$/;
/** The types of texts, and those of all parts of a block that are read. */
const TEXT = /^(?:mrkdwn|plain_text)$/;
const READ = /^(?:mrkdwn|plain_text|image|button)$/;
/** A bold line above a blank line or a list heads a section, `*Harbour*`. */
const HEADING = new RegExp(
  String.raw`^\*\*([^*\n<]{1,80}[^*\n<:：])\*\*[^\S\n]*(?:\n(?=\s*(?:\n|[-*${BULLETS}]\s|\d{1,2}[.)]\s))|$)`,
);
/** An address, and code: its marks are its own. */
const VERBATIM = /<[^\s<>|]+|https?:\/\/[^\s<>|]*[^\s<>|*~]|```[^]*?```|`[^`\n]+`|\ue000/g;
/** `# 2`, which is no heading in a chat. */
const NUMBER_SIGN = new RegExp(String.raw`^([ \t>${BULLETS}-]*)(?=#{1,6}(?:\s|$))`, 'gm');
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
  if (!root.members?.has('blocks') && attached.length === 0) return undefined;
  const isWhole =
    hasOnly(root, OF_MESSAGE) &&
    attached.every((held) => held.members?.has('blocks') && hasOnly(held, OF_ATTACHED));
  if (!isWhole) return undefined;
  const found = [root, ...attached].flatMap((held) => held.members?.get('blocks')?.items ?? []);
  const blocks = found.sort((a, b) => a.from - b.from);
  if (!blocks.some((block) => /^(?:header|section)$/.test(typeOf(block)) && textsIn(block).length > 0))
    return undefined;
  if (!blocks.every(isRead)) return undefined;
  // Small words can be above the title: a date, an edition.
  const titled = blocks.find((block) => /^(?:header|section|actions)$/.test(typeOf(block)));
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

function hasOnly({ members }: JsonNode, keys: RegExp): boolean {
  return [...(members?.keys() ?? [])].every((key) => keys.test(key));
}

/** Whether all words of a block are read. The words of menus, and of buttons without an address, are none of the news. */
function isRead(block: JsonNode): boolean {
  const areRead = heldIn(block).every((node) => READ.test(typeOf(node)));
  return KNOWN.test(typeOf(block)) && hasOnly(block, OF_BLOCK) && (areRead || typeOf(block) === 'actions');
}

/** The parts of a block: its own text, those in columns, and those of a context. */
function heldIn({ members }: JsonNode): JsonNode[] {
  const own = ['title', 'text'].flatMap((key) => members?.get(key) ?? []);
  const listed = ['fields', 'elements'].flatMap((key) => members?.get(key)?.items ?? []);
  return [...own, ...listed].filter(({ members, text }) => members ?? text);
}

function textsIn(block: JsonNode): JsonNode[] {
  return heldIn(block).flatMap((node) => {
    const text = node.members?.get('text');
    return text?.text !== undefined && TEXT.test(typeOf(node))
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
  const paragraphs = type === 'divider' ? ['---'] : [...texts, ...imagesOf(block), ...buttonsOf(block)];
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

/** The images of a block, or the image that it is. */
function imagesOf(block: JsonNode): string[] {
  const images = [block, block.members?.get('accessory'), ...(block.members?.get('elements')?.items ?? [])];
  return images.flatMap((image) => {
    const url = image?.members?.get('image_url')?.text ?? '';
    const words = escapeLiteral(tidy(image?.members?.get('alt_text')?.text ?? ''));
    return words === '' ? [] : safeUrl(url) ? `![${words}](<${targetOf(url)}>)` : words;
  });
}

function markdownOf(text: string): string {
  const verbatim: string[] = [];
  const words = text.replace(VERBATIM, (piece) => {
    verbatim.push(piece);
    return '\ue000';
  });
  return words
    .replace(NUMBER_SIGN, '$1\\')
    .replace(IN_WORD, '\\*')
    .replace(BOLD, '**$1**')
    .replace(STRUCK, '~~$1~~')
    .replace(/\ue000/g, () => verbatim.shift() ?? '');
}
