import { isCalled, type JsonNode, meaningOf, memberAt, objectOf, valuesOf, wordsAt } from './jsonNodes.ts';
import { ADDRESSES, SOURCE_TITLES } from './jsonKeys.ts';
import { safeUrl } from '../../text/links/safeUrl.ts';
import { addressIn } from './jsonSources.ts';

/** Keys of a list of all sources. */
const LISTS = ['sources', 'references', 'citations', 'source_index', 'bibliography'];
/** The keys of a source that are written. Only they are copied: a source may be long, and cited often. */
const WRITTEN = [...SOURCE_TITLES, ...ADDRESSES];
const IDS = ['id', 'source_id', 'ref', 'key', 'number', 'index'];
/** Keys of the sources that one story cites: `"source_ids": ["s1", "s2"]`, `"source": "s1"`. */
const CITED =
  /^(?:(?:cited_)?(?:source|reference|citation|evidence)s?(?:_(?:ids?|refs?|keys?|numbers?|index))?|refs?|cites)$/;

/** A source that texts cite by its number. */
export interface NumberedSource {
  readonly number: string;
  readonly source: JsonNode;
}

/**
 * Returns the listed sources if a text cites any of them by its id or place: `It stops [1].` above
 * `"sources": [{ "id": 1, "url": "…" }]`, `"citations": ["https://…"]` or `"citations": { "1": "https://…" }`.
 */
export function numberedSources(root: JsonNode): readonly NumberedSource[] {
  const lists = new Set(LISTS.flatMap((name) => memberAt(root, [name]) ?? []));
  const found = [...lists].flatMap(numbersOf);
  const numbers = new Set(found.map(({ number }) => number));
  const cites = (node: JsonNode): boolean =>
    (node.text?.includes('[') === true &&
      [...node.text.matchAll(CITATION)].some(([, number = '']) => numbers.has(number))) ||
    (node.items ?? valuesOf(node)).some(cites);
  const isCited = numbers.size > 0 && valuesOf(root).some((node) => !lists.has(node) && cites(node));
  return isCited ? found : [];
}

/** Whether a value is a list of the sources of the whole, by its key. */
export function listsSources(key: string): boolean {
  return isCalled(key, LISTS);
}

const CITATION = /\[\^?(\d{1,3})\]/g;

function numbersOf({ items, members }: JsonNode): readonly NumberedSource[] {
  const listed: readonly (readonly [string, JsonNode])[] = items
    ? items.map((source, i) => [idOf(memberAt(source, IDS)) ?? String(i + 1), source])
    : [...(members ?? [])];
  return listed.flatMap(([number, source]) =>
    /^\d{1,3}$/.test(number) && (safeUrl(source.text ?? '') || isSource(source)) ? { number, source } : [],
  );
}

/**
 * Moves listed sources to the stories that cite them by their ids, `"source_ids": ["s1"]`; sources that no story
 * cites stay in the list. Returns the same object if nothing is cited.
 */
export function withCitedSources(root: JsonNode): JsonNode {
  const byId = sourcesById(root);
  if (byId.size === 0) return root;
  const cited = new Set<JsonNode>();
  const members = new Map(
    [...(root.members ?? [])].map(([key, value]) => [
      key,
      isCalled(key, LISTS) ? value : withSources(value, byId, cited),
    ]),
  );
  if (cited.size === 0) return root;
  // Those that a text cites, too, stay.
  if (numberedSources(root).length > 0) return objectOf(root, members);
  for (const [key, { items, ...list }] of members)
    if (items && isCalled(key, LISTS))
      members.set(key, { ...list, items: items.filter((one) => !cited.has(one)) });
  return objectOf(root, members);
}

function sourcesById(root: JsonNode): ReadonlyMap<string, JsonNode> {
  const lists = LISTS.flatMap((name) => memberAt(root, [name]) ?? []);
  return new Map(
    lists.flatMap(({ items, members }) => [
      ...(items ?? []).flatMap((source) => {
        const id = idOf(memberAt(source, IDS));
        return id === undefined || !isSource(source) ? [] : [[id, source] as const];
      }),
      ...[...(members ?? [])].flatMap(([id, source]) => {
        const page = safeUrl(source.text ?? '') ? objectOf(source, new Map([['url', source]])) : source;
        return isSource(page) ? [[id, page] as const] : [];
      }),
    ]),
  );
}

function isSource(source: JsonNode): boolean {
  return wordsAt(source, WRITTEN) !== '';
}

function idOf({ text, number }: JsonNode = { from: 0, to: 0 }): string | undefined {
  return text ?? number?.toString();
}

/** Returns a value in which each part that cites sources has them as its `sources`. */
function withSources(node: JsonNode, byId: ReadonlyMap<string, JsonNode>, cited: Set<JsonNode>): JsonNode {
  const { from, to, items, members } = node;
  if (items) return { from, to, items: items.map((item) => withSources(item, byId, cited)) };
  if (!members) return node;
  const others = new Map<string, JsonNode>();
  const sources = [...members].flatMap(([key, value]) => {
    const ids = CITED.test(meaningOf(key).name) ? idsIn(value, node) : [];
    const found = ids.map((at) => byId.get(idOf(at) ?? ''));
    if (found.every((source) => source === undefined)) {
      others.set(key, withSources(value, byId, cited));
      return [];
    }
    return ids.flatMap((at, i) => {
      const source = found[i];
      if (source) cited.add(source);
      return source ? placedAt(source, at) : at.members ? at : [];
    });
  });
  if (sources.length === 0) return objectOf(node, others);
  const own = others.get('sources')?.items ?? [];
  return objectOf(node, others.set('sources', { from, to, items: [...sources, ...own] }));
}

/**
 * Returns the ids in a value. One id alone does not count if the story has an address: it may be the address's site.
 */
function idsIn(value: JsonNode, story: JsonNode): readonly JsonNode[] {
  return value.items ?? (addressIn(story) ? [] : [value]);
}

/** Returns the keys of a source that are written, at the lines where it is cited. */
function placedAt(source: JsonNode, { from, to }: JsonNode): JsonNode {
  const members = WRITTEN.flatMap((key) => {
    const value = memberAt(source, [key]);
    return value ? [[key, { ...value, from, to }] as const] : [];
  });
  return objectOf({ from, to }, new Map(members));
}
