import type { Briefing } from '../../../src/briefing/model.ts';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';

/** The parts of a page that are not words of an item: titles, sources, citation marks, and the hosts of links. */
const BESIDE: readonly RegExp[] = [
  /<h1[ >][^]*?<\/h1>/g,
  /(?<=<section [^>]*>\n)<h(\d)[ >][^]*?<\/h\1>/g,
  /<section class="section references"[^]*?<\/section>/g,
  /<ol class="references"[^]*?<\/ol>/g,
  /<sup class="citation"[^]*?<\/sup>/g,
  /\s*<span class="host">[^]*?<\/span>/g,
];

export interface ItemWords {
  /** The number of words to be read. */
  readonly all: number;
  /** Words that the items lack, and words that they have too often. */
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** Compares the words of a briefing's items with those on its page. */
export function itemWords(briefing: Briefing): ItemWords {
  const html = BESIDE.reduce((left, form) => left.replace(form, ''), renderBriefing(briefing));
  const text = html
    .replace(/<\/?(?:strong|em|code|a|s|span|b|i|kbd|mark|sub|sup)(?:\s[^<>]*)?>/g, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(
      /&(amp|lt|gt|quot);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? ' ',
    );
  const shown = countsOf(text);
  const items = readingItems(briefing);
  const read = countsOf(
    items
      .map((item) => (item.kind === 'takeaway' ? `${item.label ?? ''} ${item.text}` : item.text))
      .join('\n'),
  );
  const more = (some: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>) =>
    [...some].flatMap(([word, count]) =>
      Array<string>(Math.max(0, count - (others.get(word) ?? 0))).fill(word),
    );
  return {
    all: [...shown.values()].reduce((sum, count) => sum + count, 0),
    missing: more(shown, read),
    extra: more(read, shown),
  };
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
