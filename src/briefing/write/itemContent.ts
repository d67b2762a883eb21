import type { Token } from 'markdown-it';
import { escapeInvisible } from '../../base/escapeInvisible.ts';
import { tidy, withoutControls } from '../../base/tidy.ts';
import { REST } from '../blocks/density.ts';
import { type Block, nodesIn, topLevelNodes } from '../blocks/document.ts';
import { copyOf, plainText, rawWords, tokenOf, uncited } from '../grammar/tokens.ts';
import type { Reference, Takeaway } from '../model.ts';
import type { Piece } from '../structure/passages.ts';
import { withoutAddresses, withoutTrailingSources } from './trailingSources.ts';
import { sidesOf, usualJoint } from '../items/joint.ts';

/** The markup of an item in its briefing. */
export interface ItemMarkup {
  /** The characters between its label and its words, see joint.ts. */
  readonly joint: string | undefined;
  /** The tokens of its label; empty if only the label's words are known. */
  readonly name: readonly Token[];
  /** All of its content, without its label and its emoji. */
  readonly blocks: readonly Token[];
}

/**
 * Returns the content of an item as blocks. The only marks kept are those of code, struck-through words, line breaks,
 * lists and tables, and the label is in bold. A `joint` token is between the label and the words, and an `emoji`
 * token holds the emoji. Citations are left out, and so are links and addresses at the end that are listed below it
 * as sources. Without `written`, each line of the item's text is a paragraph.
 */
export function contentOf(
  { label, text, emoji = '', references }: Takeaway,
  written?: ItemMarkup,
): readonly Token[] {
  const blocks = written
    ? withoutLastAddresses(reduceMarks(withoutTrailingSources(written.blocks, references)), references)
    : withoutAddresses(text, references)
        .split('\n')
        .flatMap((line) => paragraph(textOf(line)));
  const sign = tidy(emoji) === '' ? [] : [inlineToken('emoji', tidy(emoji))];
  const { end, gap } = sidesOf(written?.joint ?? usualJoint(label ?? ''));
  const name = label === undefined ? [] : nameOf(label, end, written?.name ?? []);
  if (name.length === 0) return withLead(sign, blocks);
  const lead = [...spaced(sign), strongToken(1), ...name, strongToken(-1)];
  if (gap === '\n') return [...paragraph(lead), ...blocks];
  return withLead([...lead, inlineToken('joint', gap)], blocks);
}

/** The label with the marks in it, if its tokens are known. They may end in a colon, which is not part of the label. */
function nameOf(label: string, end: string, name: readonly Token[]): readonly Token[] {
  const words = plainTokens(name);
  const [said, own] = [plainText(words), tidy(label)];
  const last = words.at(-1);
  const tail = said.length - own.length;
  if (!last || !said.startsWith(own) || (tail > 0 && (last.type !== 'text' || last.content.length < tail)))
    return textOf(label + end);
  const cut = tail === 0 ? last : copyOf(last, { content: last.content.slice(0, -tail) });
  return joinTexts([...words.slice(0, -1), cut, ...textOf(end)]);
}

/** Puts words before those of the first block. If that is not a paragraph, they are a paragraph above it. */
function withLead(lead: readonly Token[], blocks: readonly Token[]): readonly Token[] {
  const [open, inline] = blocks;
  if (open?.type !== 'paragraph_open') return [...paragraph(lead), ...blocks];
  const isSpaced = lead.at(-1)?.type === 'joint';
  return [
    ...paragraph([...(isSpaced ? lead : spaced(lead)), ...(inline?.children ?? [])]),
    ...blocks.slice(3),
  ];
}

function spaced(words: readonly Token[]): readonly Token[] {
  return words.length === 0 ? words : [...words, inlineToken('text', ' ')];
}

/** Returns blocks without the bare addresses at the end of the last paragraph. */
function withoutLastAddresses(blocks: readonly Token[], references: readonly Reference[]): readonly Token[] {
  const children = blocks.at(-1)?.type === 'paragraph_close' ? blocks.at(-2)?.children : undefined;
  if (!children) return blocks;
  const start = children.findLastIndex(({ type }) => type !== 'text' && type !== 'hardbreak') + 1;
  const lines = children.slice(start).map(({ type, content }) => (type === 'text' ? content : '\n'));
  const left = withoutAddresses(lines.join(''), references).split('\n');
  const words = left.flatMap((line, at) => [
    ...(at === 0 ? [] : [inlineToken('hardbreak', '')]),
    ...(line === '' ? [] : [inlineToken('text', line)]),
  ]);
  return [...blocks.slice(0, -3), ...paragraph([...children.slice(0, start), ...words])];
}

/** Reduces blocks to the marks listed at {@link contentOf}, without losing words. */
function reduceMarks(tokens: readonly Token[]): readonly Token[] {
  return topLevelNodes(tokens).flatMap((node) => {
    const [open] = node;
    const inside = node.slice(1, -1);
    switch (open?.type) {
      case undefined:
        return [];
      case 'inline':
        return paragraph(plainTokens([open]));
      case 'fence':
      case 'code_block':
      case REST:
        return codeOf(open);
      case 'bullet_list_open':
      case 'ordered_list_open': {
        // An empty item is dropped, except in a numbered list, where the numbers after it would change.
        const items = topLevelNodes(inside)
          .map((item) => around(item, reduceMarks(item.slice(1, -1))))
          .filter(({ length }) => length > 2 || open.type === 'ordered_list_open');
        return items.some(({ length }) => length > 2) ? around(node, items.flat()) : [];
      }
      case 'table_open':
        return node.map((token) =>
          token.type === 'inline' ? copyOf(token, { children: [...plainTokens([token])] }) : token,
        );
      default:
        return reduceMarks(inside);
    }
  });
}

/** Puts the opening and the closing token of a node around other tokens. */
function around(node: readonly Token[], inside: readonly Token[]): readonly Token[] {
  return [...node.slice(0, 1), ...inside, ...node.slice(-1)];
}

/** The blocks of a passage. Items of a divided list are put into one list again, with their original numbers. */
export function blocksOf(pieces: readonly Piece[]): readonly Token[] {
  return pieces.flatMap(({ tokens, of }, at) => {
    if (!of) return tokens;
    const isFirst = pieces[at - 1]?.of !== of;
    const isLast = pieces[at + 1]?.of !== of;
    return (isFirst ? numbered(tokens, of) : tokens.slice(1)).slice(0, isLast ? undefined : -1);
  });
}

function numbered(tokens: readonly Token[], of: Block): readonly Token[] {
  const [open, first] = tokens;
  if (open?.type !== 'ordered_list_open') return tokens;
  const before = nodesIn(of).findIndex(([item]) => item === first);
  const start = String(Number(open.attrGet('start') ?? 1) + before);
  return [copyOf(open, { attrs: [['start', start]] }), ...tokens.slice(1)];
}

/** Code with its lines unchanged, except for hidden characters. Its language is kept if it is no more than a name. */
function codeOf({ content, info }: Token): readonly Token[] {
  const text = escapeInvisible(withoutControls(content)).replace(/\n$/, '');
  const [language = ''] = /^[\w+#.-]{1,30}$/.exec(info.trim()) ?? [];
  return text.trim() === '' ? [] : [tokenOf('fence', 'code', 0, { content: text, info: language })];
}

/** Inline tokens without any marks but code, struck-through words and line breaks. White space is folded. */
function plainTokens(tokens: readonly Token[]): readonly Token[] {
  const all = tokens.flatMap((token) => (token.type === 'inline' ? (token.children ?? []) : [token]));
  const raw = uncited(rawWords(all));
  const words: Token[] = [];
  let [at, gap, depth] = [0, '', 0];
  /** The token that opens struck-through words. It is written only if words follow. */
  let struck: Token | undefined;
  for (const token of all) {
    const piece = raw.slice(at, (at += rawWords([token]).length)).replaceAll('\0', '');
    if (token.type === 's_open' && depth++ === 0) struck = copyOf(token, {});
    if (token.type === 's_close' && --depth === 0) {
      if (!struck) words.push(copyOf(token, {}));
      struck = undefined;
    }
    if (token.type === 'hardbreak') gap = '\n';
    else if (/^\s/.test(piece)) gap ||= ' ';
    const content = tidy(piece);
    if (content === '') continue;
    if (words.length > 0 && gap !== '')
      words.push(gap === ' ' ? inlineToken('text', gap) : inlineToken('hardbreak', ''));
    if (struck) words.push(struck);
    [gap, struck] = [/\s$/.test(piece) ? ' ' : '', undefined];
    words.push(inlineToken(token.type === 'code_inline' ? token.type : 'text', content));
  }
  return joinTexts(words);
}

/** Joins neighbouring text tokens, so that characters are seen that have a meaning only beside each other. */
function joinTexts(words: readonly Token[]): readonly Token[] {
  const all: Token[] = [];
  for (const token of words) {
    const last = all.at(-1);
    if (last?.type === 'text' && token.type === 'text') last.content += token.content;
    else all.push(token);
  }
  return all;
}

function paragraph(children: readonly Token[]): readonly Token[] {
  if (children.length === 0) return [];
  const inline = tokenOf('inline', '', 0, { children: [...children] });
  return [tokenOf('paragraph_open', 'p', 1), inline, tokenOf('paragraph_close', 'p', -1)];
}

function textOf(words: string): readonly Token[] {
  const content = tidy(words);
  return content === '' ? [] : [inlineToken('text', content)];
}

function strongToken(nesting: 1 | -1): Token {
  const type = nesting === 1 ? 'strong_open' : 'strong_close';
  return tokenOf(type, 'strong', nesting, { block: false, markup: '**' });
}

function inlineToken(type: string, content: string): Token {
  return tokenOf(type, '', 0, { block: false, content });
}
