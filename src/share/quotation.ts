import { findDate } from '../briefing/text/dates/date.ts';
import { tokenOf } from '../briefing/grammar/tokens.ts';
import { eachAddressOnce } from '../briefing/write/cite.ts';
import { jointOf } from '../briefing/items/joint.ts';
import { blocksOf, saidBy, type Written } from '../briefing/write/said.ts';
import { type Hand, writeSaid } from '../briefing/write/writeSaid.ts';
import type { Briefing, Takeaway } from '../briefing/model.ts';
import { type ItemParts, itemParts } from '../briefing/readingItems.ts';
import { tidy } from '../base/tidy.ts';
import { safeUrl, siteOf } from '../briefing/text/links/safeUrl.ts';

/** An item that is quoted, and the briefing that it stands in. */
export interface Quotation {
  readonly item: Takeaway;
  /** Only the whole one says how its words were written. */
  readonly briefing: Briefing | Pick<Briefing, 'title' | 'date' | 'language'>;
}

/** What a quotation rests on: one of the item's references, or for want of any the briefing itself. */
export interface Source {
  readonly title: string;
  /** http, https or mailto, with no character that could end a link in any language. */
  readonly url?: string;
  readonly site?: string;
  /** `YYYY-MM-DD`: known of a briefing only. */
  readonly date?: string;
  readonly language?: string;
}

/** What no address has as such, and what may end one where it is written down. */
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

/** What is said below a quotation: the briefing where it was read, then what that rests on; no address twice. */
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

/** A source that has no address, as words: `Harbour report, 2026-03-02`; a title may have the date in it. */
export function namedSource({ title, date }: Pick<Source, 'title' | 'date'>): string {
  return date === undefined || findDate(title) === date ? title : `${title}, ${date}`;
}

/** What an item says, as a language writes it: `🤝 **Clock:** It strikes.` */
export function writtenIn(quotation: Quotation, hand: Hand): readonly string[] {
  return writeSaid(saidBy(quotation.item, writtenAs(quotation)), hand);
}

/**
 * How an item was written where it was read; undefined where no more than its text is known. A passage's label is the
 * heading above it.
 */
export function writtenAs({ item, briefing }: Quotation): Written | undefined {
  const parts = 'text' in briefing ? partsById(briefing).get(item.id) : undefined;
  if (!parts) return undefined;
  if (!parts.takeaway) return { joint: '\n', name: [], blocks: blocksOf(parts.pieces) };
  const { node } = parts.takeaway;
  const lead = tokenOf('inline', '', 0, { children: [...node.lead] });
  return { joint: jointOf(node), name: node.name, blocks: [lead, ...node.rest] };
}

const PARTS = new WeakMap<Briefing, ReadonlyMap<string, ItemParts>>();

/** Once for a briefing: all of it may be quoted. */
function partsById(briefing: Briefing): ReadonlyMap<string, ItemParts> {
  const known = PARTS.get(briefing) ?? new Map(itemParts(briefing).map((parts) => [parts.own.id, parts]));
  PARTS.set(briefing, known);
  return known;
}
