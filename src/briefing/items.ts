import createMarkdownIt, { type Token } from 'markdown-it';
import { copyOf } from './tokens.ts';
import type { Block } from './document.ts';
import { plainText } from './plainTokens.ts';

/** `1、`: the mark of an item that goes on over the paragraphs below it. */
const NUMBER = /^\s*(\d{1,3})、\s*/;

/**
 * Makes lists of the items that their author gave no list: paragraphs that are one link each, and what `1、` begins, up
 * to the next number or rule. From here on they are items as any others.
 */
export function gatherItems(blocks: readonly Block[]): Block[] {
  const lone = linksAreItems(blocks);
  const gathered: Block[] = [];
  let items: Block[][] = [];
  let start: number | undefined;
  const flush = () => {
    if (items.length > 0) gathered.push(listOf(items, start));
    items = [];
  };
  for (const block of blocks) {
    const number = numberOf(block);
    const inItem = items.length > 0 && start !== undefined && block.tokens[0]?.type !== 'hr';
    if (number !== undefined) {
      if (start === undefined || items.length === 0) {
        flush();
        start = number;
      }
      items.push(withoutNumber(block));
    } else if (inItem && !isEndMark(block)) {
      items.at(-1)?.push(block);
    } else if (lone && isOneLink(block)) {
      if (start !== undefined) flush();
      start = undefined;
      items.push([block]);
    } else {
      flush();
      gathered.push(block);
    }
  }
  flush();
  return gathered;
}

/** A paragraph (or a heading) that is a link and nothing else. */
export function isOneLink({ tokens }: Block): boolean {
  const [open, inline] = tokens;
  if (tokens.length !== 3 || !/^(?:paragraph|heading)_open$/.test(open?.type ?? '')) return false;
  const words = (inline?.children ?? []).filter(
    ({ type, content }) => !(type === 'text' && content.trim() === '') && type !== 'softbreak',
  );
  const links = words.filter(({ type }) => type === 'link_open' || type === 'dead_link_open');
  return (
    links.length === 1 &&
    links[0] === words[0] &&
    words.at(-1)?.type === (words[0]?.type === 'link_open' ? 'link_close' : 'dead_link_close') &&
    words.some(({ type, content }) => type !== 'image' && content.trim() !== '')
  );
}

/** In prose, a link on its own line is where the prose leads: it takes more of them, or one in front, to make items. */
function linksAreItems(blocks: readonly Block[]): boolean {
  const links = blocks.filter(isOneLink).length;
  const paragraphs = blocks.filter(({ tokens }) => tokens[0]?.type === 'paragraph_open').length;
  const [first] = blocks;
  return links * 3 >= paragraphs || (first !== undefined && isOneLink(first));
}

function numberOf({ tokens }: Block): number | undefined {
  if (tokens[0]?.type !== 'paragraph_open') return undefined;
  const [first] = tokens[1]?.children ?? [];
  const number = first?.type === 'text' ? NUMBER.exec(first.content)?.[1] : undefined;
  return number === undefined ? undefined : Number(number);
}

/** The blocks of an item: its paragraph without the number, or none where that was all of it. */
function withoutNumber(block: Block): Block[] {
  const [open, inline, close] = block.tokens;
  const [first, ...others] = inline?.children ?? [];
  if (!open || !inline || !close || !first) return [block];
  const children = [copyOf(first, { content: first.content.replace(NUMBER, '') }), ...others];
  // `1、` alone on its line keeps its place: an empty paragraph shows nothing.
  if (children.length > 1 && plainText([children[0] ?? first]) === '' && children[1]?.type === 'softbreak')
    children.splice(0, 2);
  const tokens = plainText(children) === '' ? [] : [open, copyOf(inline, { children }), close];
  return [{ ...block, tokens }];
}

/** `（完）`: the last word of an issue. */
function isEndMark({ tokens }: Block): boolean {
  return /^[（(]?\s*(?:完|终|The End|END)\s*[）)]?$/i.test(
    plainText(tokens.filter(({ type }) => type === 'inline')),
  );
}

/** A list of items that are blocks; its first number, if they are numbered. */
export function listOf(items: readonly (readonly Block[])[], start?: number): Block {
  const blocks = items.flat();
  const from = blocks[0]?.from ?? 0;
  const to = blocks.at(-1)?.to ?? from;
  const tag = start === undefined ? 'ul' : 'ol';
  const kind = start === undefined ? 'bullet_list' : 'ordered_list';
  const attrs: Token['attrs'] = start === undefined || start === 1 ? null : [['start', String(start)]];
  const tokens = items.flatMap((item) => {
    const map: [number, number] = [item[0]?.from ?? 0, item.at(-1)?.to ?? 0];
    return [
      token('list_item_open', 'li', 1, { map }),
      ...item.flatMap((block) => block.tokens),
      token('list_item_close', 'li', -1),
    ];
  });
  return {
    tokens: [
      token(`${kind}_open`, tag, 1, { map: [from, to], attrs }),
      ...tokens,
      token(`${kind}_close`, tag, -1),
    ],
    from,
    to,
  };
}

/** A token that stands for none of the source's own. */
function token(type: string, tag: string, nesting: -1 | 1, values: Partial<Token> = {}): Token {
  return Object.assign(new createMarkdownIt.Token(type, tag, nesting), { block: true, ...values });
}
