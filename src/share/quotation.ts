import { findDate } from '../briefing/text/dates/date.ts';
import { tokenOf } from '../briefing/grammar/tokens.ts';
import { eachAddressOnce } from '../briefing/write/cite.ts';
import { jointOf } from '../briefing/items/joint.ts';
import { blocksOf, contentOf, type ItemMarkup } from '../briefing/write/itemContent.ts';
import { type MarkupWriter, writeItemContent } from '../briefing/write/writeItemContent.ts';
import type { Briefing, Takeaway } from '../briefing/model.ts';
import { type ItemParts, itemParts } from '../briefing/readingItems.ts';
import { tidy } from '../base/tidy.ts';
import { safeUrl, siteOf } from '../briefing/text/links/safeUrl.ts';

/** An item that is quoted, and the briefing that it is from. */
export interface Quotation {
  readonly item: Takeaway;
  /** Only a full briefing tells how the item was written (see `writtenAs`). */
  readonly briefing: Briefing | Pick<Briefing, 'title' | 'date' | 'language'>;
}

/** A source of a quotation: one of the item's references, or the briefing itself where it has none. */
export interface Source {
  readonly title: string;
  /** An http, https or mailto address, without any character that could end a link in some markup language. */
  readonly url?: string;
  readonly site?: string;
  /** `YYYY-MM-DD`; known only of briefings. */
  readonly date?: string;
  readonly language?: string;
}

/** Characters that a plain address does not contain, and that could end it in some markup language. */
const ENDS_A_LINK = /[\\`{}<>"^|]/g;

export function sourcesOf({ item, briefing }: Quotation): readonly Source[] {
  if (item.references.length === 0) return [briefingAsSource(briefing)];
  return item.references.map((reference) => {
    const parsed = safeUrl(reference.url ?? '');
    const site = reference.site ?? (parsed && siteOf(parsed));
    return {
      title: tidy(reference.title) || (site ?? ''),
      ...(parsed && { url: parsed.href.replace(ENDS_A_LINK, encodeURIComponent) }),
      ...(site !== undefined && { site: tidy(site) }),
    };
  });
}

/** The attributions below a quotation: the briefing, then the item's references, without duplicate addresses. */
export function attributionsOf({ item, briefing }: Quotation): readonly Source[] {
  const references = eachAddressOnce(item.references);
  const sources = references.length === 0 ? [] : sourcesOf({ item: { ...item, references }, briefing });
  return [briefingAsSource(briefing), ...sources];
}

function briefingAsSource({ title, date, language }: Quotation['briefing']): Source {
  return {
    title: tidy(title),
    ...(date !== undefined && { date }),
    ...(language !== undefined && { language }),
  };
}

/** The text for a source without an address: `Harbour report, 2026-03-02`. A date in the title is not repeated. */
export function namedSource({ title, date }: Pick<Source, 'title' | 'date'>): string {
  return date === undefined || findDate(title) === date ? title : `${title}, ${date}`;
}

/** The words of an item in a hand's markup language: `🤝 **Clock:** It strikes.` */
export function writtenIn(quotation: Quotation, hand: MarkupWriter): readonly string[] {
  return writeItemContent(contentOf(quotation.item, writtenAs(quotation)), hand);
}

/**
 * How an item was written in its briefing; undefined where only its text is known. A passage's label is the heading
 * above it, so it has no name here.
 */
export function writtenAs({ item, briefing }: Quotation): ItemMarkup | undefined {
  const parts = 'text' in briefing ? partsById(briefing).get(item.id) : undefined;
  if (!parts) return undefined;
  if (!parts.takeaway) return { joint: '\n', name: [], blocks: blocksOf(parts.pieces) };
  const { node } = parts.takeaway;
  const lead = tokenOf('inline', '', 0, { children: [...node.lead] });
  return { joint: jointOf(node), name: node.name, blocks: [lead, ...node.rest] };
}

const PARTS = new WeakMap<Briefing, ReadonlyMap<string, ItemParts>>();

/** Cached per briefing, as all of its items may be quoted. */
function partsById(briefing: Briefing): ReadonlyMap<string, ItemParts> {
  const known = PARTS.get(briefing) ?? new Map(itemParts(briefing).map((parts) => [parts.own.id, parts]));
  PARTS.set(briefing, known);
  return known;
}
