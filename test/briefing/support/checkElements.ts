import assert from 'node:assert/strict';
import type { Briefing } from '../../../src/briefing/model.ts';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { textIn } from './checkHtml.ts';

/** The parts of a passage's HTML that are not its words: citation marks, and the hosts of links. */
const BESIDE = /<sup class="citation"[^>]*>.*?<\/sup>| ?<span class="host">.*?<\/span>/gs;

/** A link whose text is its address: the passage may have no words for it. */
const ADDRESS = /(<a [^>]*title="([^"]*)">(?:\s|<(?!\/a>)[^>]*>)*\2\s*<\/a>)/g;

/** Checks that each reading item is in one element, and that the element of a passage has exactly its words. */
export function checkElements(briefing: Briefing, html: string): void {
  for (const { kind, id, text } of itemsIn(briefing)) {
    assert.equal(html.split(` id="${id}"`).length, 2, `The elements of ${id}: ${text}`);
    if (kind === 'takeaway') continue;
    const [, after = ''] = html.split(`<div class="passage" id="${id}">\n`);
    const [inside = ''] = after.split('</div>');
    const [words, ...links] = inside.replace(BESIDE, '').split(ADDRESS);
    if (links.length === 0) assert.equal(lettersOf(words), lettersIn(text), id);
    else assert.match(lettersIn(text), withAddresses(words, links), id);
  }
  const passages = itemsIn(briefing).filter(({ kind }) => kind === 'passage');
  assert.equal(html.split('<div class="passage"').length, passages.length + 1);
}

/**
 * Matches words with or without the address of each link. `links` repeats three parts for each: the link, its
 * address, and the words up to the next link.
 */
function withAddresses(words: string | undefined, links: readonly string[]): RegExp {
  const parts = links.map((part, i) =>
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
