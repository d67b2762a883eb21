import type { Token } from 'markdown-it';
import { beginsWithEmoji } from '../items/emojiWords.ts';
import type { Block } from '../blocks/document.ts';
import { copyOf, plainText } from '../grammar/tokens.ts';
import { taskSign } from './renderBlocks.ts';
import type { TakeawayParts } from '../structure/structure.ts';
import { directionOf, directionOfOwn } from '../../base/direction.ts';
import { sidesAfter } from '../items/joint.ts';

/** Functions that make HTML: of text, by escaping it, of blocks, and of inline tokens. */
interface Writer {
  readonly escape: (text: string) => string;
  readonly blocks: (tokens: readonly Token[]) => string;
  readonly inline: (tokens: readonly Token[]) => string;
}

/** Renders takeaways: those of a list or a table with their ids, or a single one. */
export class TakeawayRenderer {
  readonly #write: Writer;

  constructor(write: Writer) {
    this.#write = write;
  }

  /**
   * Renders a takeaway without its label. `lead`, `rest`: the tokens of its first paragraph, and of its other blocks,
   * that are shown.
   */
  alone({ node: { tokens } }: TakeawayParts, lead: readonly Token[], rest: readonly Token[]): string {
    // Words without the line break after a label: `[Ferry stops](https://a.example)⏎It is late.`
    const first = lead.findIndex(
      ({ type, content }) => !type.endsWith('break') && (type !== 'text' || content.trim() !== ''),
    );
    const words = first < 0 ? [] : lead.slice(first);
    return `${words.length > 0 ? `<p dir="${directionOfOwn(plainText(words))}">${taskSign(tokens[0])}${this.#write.inline(words)}</p>\n` : ''}${this.#write.blocks(rest)}`;
  }

  list(list: Block, takeaways: readonly TakeawayParts[]): string {
    const tag = list.tokens[0]?.tag === 'ol' ? 'ol' : 'ul';
    const first = list.tokens[0]?.attrGet('start');
    const items = takeaways.map(({ id, node }) => {
      const { emoji = '', lead, rest, tokens } = node;
      const sign = emoji === '' ? '' : `<span class="emoji">${this.#write.escape(emoji)}</span>`;
      const isFirst = beginsWithEmoji(emoji, tokens);
      return [
        `<li class="takeaway" id="${id}" dir="${directionOfOwn(`${node.label ?? ''} ${node.text}`)}">${taskSign(tokens[0])}`,
        sign && isFirst ? `${sign} ` : '',
        this.#label(node),
        this.#write.inline(lead),
        sign && !isFirst ? ` ${sign}` : '',
        rest.length > 0 ? `\n${this.#write.blocks(rest)}` : '',
        '</li>\n',
      ].join('');
    });
    const start = typeof first === 'number' ? ` start="${first}"` : '';
    const { label = '', text = '' } = takeaways[0]?.node ?? {};
    const direction = directionOf(`${label} ${text}`);
    return `<${tag} class="takeaways"${start} dir="${direction}">\n${items.join('')}</${tag}>\n`;
  }

  /** Renders the label, and the joint between it and the words as it was written. */
  #label(node: TakeawayParts['node']): string {
    if (node.label === undefined) return '';
    const { end, gap } = sidesAfter(plainText(node.name), node);
    const [next] = node.lead;
    const isSpaced = /^\s/.test(next?.content ?? '');
    // The words may begin with a line break of their own.
    const lineBreak = next && next.type !== 'hardbreak' ? '<br>' : '';
    const space = gap === '\n' ? lineBreak : this.#write.escape(isSpaced ? gap.trimEnd() : gap);
    return `<strong class="label">${this.#write.inline(node.name)}${end}</strong>${space}`;
  }

  /** Renders a table, with ids on the rows that are takeaways. */
  rows(table: Block, takeaways: readonly TakeawayParts[]): string {
    const ids = new Map(takeaways.map(({ id, node }) => [node.tokens[0], id]));
    const tokens = table.tokens.map((token) => {
      const id = ids.get(token);
      return id === undefined
        ? token
        : copyOf(token, {
            attrs: [
              ['class', 'takeaway'],
              ['id', id],
            ],
          });
    });
    return this.#write.blocks(tokens);
  }
}
