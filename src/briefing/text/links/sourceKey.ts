import { Hash } from '../../../base/hash.ts';
import { safeUrl } from './safeUrl.ts';

/*
 * Parameters that newsletters, advertisements and social media add to an address to track who follows it. Only names
 * that mean nothing else anywhere: `ref`, `source`, `cid` or `icid` may identify the page, and taking two pages for one
 * would be worse than taking one for two.
 */

/** Prefixes of such names: Google Analytics, Matomo, Piano, HubSpot, Meta, shops, and mail services. */
const FAMILIES = words(`
  utm_ gad_ mtm_ matomo_ piwik_ pk_ at_ hsa_ __hs fb_ itm_ campaign_ guce_ _branch_ bsft_ oft_ oly_`);

const NAMES = new Set(
  words(`
  fbclid gclid dclid gclsrc gbraid wbraid srsltid _ga _gl msclkid twclid ttclid rdt_cid sccid epik igsh igshid li_fat_id
  yclid ysclid ymclid _openstat irclickid rb_clickid wickedid
  mc_cid mc_eid mc_tc mkt_tok _hsenc _hsmi hsctatracking _bhlid vero_id vero_conv ml_subscriber ml_subscriber_hash
  ck_subscriber_id elqtrack elqtrackid
  ns_mchannel ns_source ns_campaign ns_linkname ns_fee xtor wt_mc wt_zmc s_cid sc_cid cmpid traffic_source tracking_source
  ref_src ref_url spm`),
);

/** Changes whenever a source may get a different key. It must be stored beside stored keys. */
export const SOURCE_KEYS = new Hash().addText([...FAMILIES, ...NAMES].join(' ')).toNumber();

/**
 * The key of a source, whoever cites it: the same for `http://www.a.example/b/?utm_source=c#d` and
 * `https://a.example/b`. Undefined for anything but a web page.
 */
export function sourceKey(url: string): number | undefined {
  const parsed = safeUrl(url);
  if (!parsed || parsed.protocol === 'mailto:') return undefined;
  const host = parsed.host.replace(/^www\./, '').replace(/\.(?=$|:)/, '');
  const path = spelt(parsed.pathname).replace(/(?<!\/)\/+$/, '');
  const query = parsed.search
    .slice(1)
    .split('&')
    .map(spelt)
    .filter((pair) => pair !== '' && !isTracking(pair.split('=', 1)[0] ?? ''))
    .join('&');
  return new Hash().addText(`${host}${path}?${query}`).toNumber();
}

/** Whether a parameter of an address only tracks who follows it: `utm_source`. */
export function isTracking(parameter: string): boolean {
  const name = parameter.toLowerCase();
  return NAMES.has(name) || FAMILIES.some((family) => name.startsWith(family));
}

/** `%7Ea` and `~a`, `%c3%a9` and `%C3%A9` become the same. Text that cannot be decoded stays as it is. */
function spelt(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
