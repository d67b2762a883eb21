import assert from 'node:assert/strict';
import type { Briefing } from '../../../src/briefing/model.ts';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { textIn } from './checkHtml.ts';

/** What the page shows in a passage that is no word of it: the marks of citations, and where a link leads. */
const BESIDE = /<sup class="citation"[^>]*>.*?<\/sup>| ?<span class="host">.*?<\/span>/gs;

/** A link that shows where it leads: it may have no words of its own. */
const ADDRESS = /(<a [^>]*title="([^"]*)">(?:\s|<(?!\/a>)[^>]*>)*\2\s*<\/a>)/g;

/** Holds the whole to have each reading item in one element, and in that of a passage its words and no others. */
export function checkElements(briefing: Briefing, html: string): void {
  for (const { kind, id, text } of itemsIn(briefing)) {
    assert.equal(html.split(` id="${id}"`).length, 2, `The elements of ${id}: ${text}`);
    if (kind === 'takeaway') continue;
    const [, after = ''] = html.split(`<div class="passage" id="${id}">\n`);
    const [inside = ''] = after.split('</div>');
    const [words, ...others] = inside.replace(BESIDE, '').split(ADDRESS);
    if (others.length === 0) assert.equal(lettersOf(words), lettersIn(text), id);
    else assert.match(lettersIn(text), withAddresses(words, others), id);
  }
  const passages = itemsIn(briefing).filter(({ kind }) => kind === 'passage');
  assert.equal(html.split('<div class="passage"').length, passages.length + 1);
}

/** Those of each address in turn may be there: `others` is its link, what it leads to, and the words up to the next. */
function withAddresses(words: string | undefined, others: readonly string[]): RegExp {
  const parts = others.map((part, i) =>
    i % 3 === 0 ? `(?:${lettersOf(part)})?` : i % 3 === 2 ? lettersOf(part) : '',
  );
  return new RegExp(`^${lettersOf(words)}${parts.join('')}$`, 'u');
}

function lettersOf(html = ''): string {
  return lettersIn(textIn(html));
}

function lettersIn(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
