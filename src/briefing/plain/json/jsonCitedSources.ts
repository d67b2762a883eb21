import { isCalled, type JsonNode, meaningOf, memberAt, objectOf, wordsAt } from './jsonNodes.ts';
import { addressIn } from './jsonSources.ts';

/** Keys of a list of all sources. */
const LISTS = ['sources', 'references', 'citations', 'source_index', 'bibliography'];
/** The keys of a source that are written. Only they are copied: a source may be long, and cited often. */
const WRITTEN = ['name', 'title', 'url', 'link'];
const IDS = ['id', 'source_id', 'ref', 'key', 'number', 'index'];
/** Keys of the sources that one story cites: `"source_ids": ["s1", "s2"]`, `"source": "s1"`. */
const CITED =
  /^(?:(?:cited_)?(?:source|reference|citation|evidence)s?(?:_(?:ids?|refs?|keys?|numbers?|index))?|refs?|cites)$/;

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
  for (const [key, { items, ...list }] of members)
    if (items && isCalled(key, LISTS))
      members.set(key, { ...list, items: items.filter((one) => !cited.has(one)) });
  return objectOf(root, members);
}

function sourcesById(root: JsonNode): ReadonlyMap<string, JsonNode> {
  const listed = LISTS.flatMap((name) => memberAt(root, [name])?.items ?? []);
  return new Map(
    listed.flatMap((source) => {
      const id = idOf(memberAt(source, IDS));
      return id === undefined || wordsAt(source, ['url', 'link', 'name', 'title']) === ''
        ? []
        : [[id, source] as const];
    }),
  );
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

interface WholeSource {
  readonly name: string;
  readonly url: string;
  readonly id?: string;
}

/** Returns the sources of the whole, as metadata has them: of a list, or of an object that has them under their numbers. */
export function sourcesOfWhole(root: JsonNode): readonly (string | WholeSource)[] {
  const list = memberAt(root, ['sources', 'citations']);
  const byNumber = [...(list?.members ?? [])];
  const all = list?.items ?? byNumber.map(([, source]) => source);
  return all.map((source, i) => {
    const id = byNumber[i]?.[0] ?? idOf(memberAt(source, IDS));
    const { text } = source;
    if (id === undefined && text !== undefined) return text;
    const name = wordsAt(source, ['name', 'title']);
    return { name, url: text ?? wordsAt(source, ['url', 'link']), ...(id !== undefined && { id }) };
  });
}
