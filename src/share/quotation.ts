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

/** A quoted item, and its briefing. */
export interface Quotation {
  readonly item: Takeaway;
  /** Only a full briefing has the item's original content (see {@link itemContentOf}). */
  readonly briefing: Briefing | Pick<Briefing, 'title' | 'date' | 'language'>;
}

/** A source of a quotation: one of the item's references, or the briefing itself if it has none. */
export interface CitedSource {
  readonly title: string;
  /** An http, https or mailto address, without any character that could end a link in some markup language. */
  readonly url?: string;
  readonly site?: string;
  /** `YYYY-MM-DD`; known only for briefings. */
  readonly date?: string;
  readonly language?: string;
}

/** Characters that are not in a plain address, and could end it in some markup language. */
const LINK_ENDS = /[\\`{}<>"^|]/g;

export function sourcesOf({ item, briefing }: Quotation): readonly CitedSource[] {
  if (item.references.length === 0) return [briefingAsSource(briefing)];
  return item.references.map((reference) => {
    const parsed = safeUrl(reference.url ?? '');
    const site = reference.site ?? (parsed && siteOf(parsed));
    return {
      title: tidy(reference.title) || (site ?? ''),
      ...(parsed && { url: parsed.href.replace(LINK_ENDS, encodeURIComponent) }),
      ...(site !== undefined && { site: tidy(site) }),
    };
  });
}

/** The attributions below a quotation: the briefing, then the item's references, without duplicate addresses. */
export function attributionsOf({ item, briefing }: Quotation): readonly CitedSource[] {
  const references = eachAddressOnce(item.references);
  const sources = references.length === 0 ? [] : sourcesOf({ item: { ...item, references }, briefing });
  return [briefingAsSource(briefing), ...sources];
}

function briefingAsSource({ title, date, language }: Quotation['briefing']): CitedSource {
  return {
    title: tidy(title),
    ...(date !== undefined && { date }),
    ...(language !== undefined && { language }),
  };
}

/** The text for a source without an address: `Harbour report, 2026-03-02`. A date in the title is not repeated. */
export function namedSource({ title, date }: Pick<CitedSource, 'title' | 'date'>): string {
  return date === undefined || findDate(title) === date ? title : `${title}, ${date}`;
}

/** Writes an item in a markup language: `🤝 **Clock:** It strikes.` */
export function writeItem(quotation: Quotation, writer: MarkupWriter): readonly string[] {
  return writeItemContent(contentOf(quotation.item, itemContentOf(quotation)), writer);
}

/**
 * The content of an item as it was written in its briefing; undefined if only its text is known. A passage's label is the
 * heading above it, so it has no name here.
 */
export function itemContentOf({ item, briefing }: Quotation): ItemMarkup | undefined {
  const parts = 'text' in briefing ? partsById(briefing).get(item.id) : undefined;
  if (!parts) return undefined;
  if (!parts.takeaway) return { joint: '\n', name: [], blocks: blocksOf(parts.pieces) };
  const { node } = parts.takeaway;
  const lead = tokenOf('inline', '', 0, { children: [...node.lead] });
  return { joint: jointOf(node), name: node.name, blocks: [lead, ...node.rest] };
}

const partsCache = new WeakMap<Briefing, ReadonlyMap<string, ItemParts>>();

/** Cached per briefing, because all of its items may be quoted. */
function partsById(briefing: Briefing): ReadonlyMap<string, ItemParts> {
  const known =
    partsCache.get(briefing) ?? new Map(itemParts(briefing).map((parts) => [parts.item.id, parts]));
  partsCache.set(briefing, known);
  return known;
}
