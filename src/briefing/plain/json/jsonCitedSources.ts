import { isCalled, type JsonNode, meaningOf, memberAt, objectOf, wordsAt } from './jsonNodes.ts';
import { addressIn } from './jsonSources.ts';

/** What a program calls the list of all that it has read, and the key of one in it. */
const LISTS = ['sources', 'references', 'citations', 'source_index', 'bibliography'];
/** What is written of one. No more of it is copied: one may be long, and cited often. */
const WRITTEN = ['name', 'title', 'url', 'link'];
const IDS = ['id', 'source_id', 'ref', 'key', 'number', 'index'];
/** What it calls those of one story: `"source_ids": ["s1", "s2"]`, `"source": "s1"`. */
const CITED =
  /^(?:(?:cited_)?(?:source|reference|citation|evidence)s?(?:_(?:ids?|refs?|keys?|numbers?|index))?|refs?|cites)$/;

/**
 * Sources that stand in a list of the whole, with stories that cite them by their ids, `"source_ids": ["s1"]`: each story
 * gets those that it cites, and the whole keeps those that none cites. Without such a list, the same object.
 */
export function withCitedSources(root: JsonNode): JsonNode {
  const byId = sourcesById(root);
  if (byId.size === 0) return root;
  const cited = new Set<JsonNode>();
  const members = new Map(
    [...(root.members ?? [])].map(([key, value]) => [
      key,
      isCalled(key, LISTS) ? value : resolved(value, byId, cited),
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

/** The same value; whatever in it cites sources has them as its `sources`. */
function resolved(node: JsonNode, byId: ReadonlyMap<string, JsonNode>, cited: Set<JsonNode>): JsonNode {
  const { from, to, items, members } = node;
  if (items) return { from, to, items: items.map((item) => resolved(item, byId, cited)) };
  if (!members) return node;
  const others = new Map<string, JsonNode>();
  const sources = [...members].flatMap(([key, value]) => {
    const ids = CITED.test(meaningOf(key).name) ? idsIn(value, node) : [];
    const found = ids.map((at) => byId.get(idOf(at) ?? ''));
    if (found.every((source) => source === undefined)) {
      others.set(key, resolved(value, byId, cited));
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

/** One id may also name the site that a story with an address of its own is from. */
function idsIn(value: JsonNode, story: JsonNode): readonly JsonNode[] {
  return value.items ?? (addressIn(story) ? [] : [value]);
}

/** What is written of it stands where it is cited. */
function placedAt(source: JsonNode, { from, to }: JsonNode): JsonNode {
  const members = WRITTEN.flatMap((key) => {
    const value = memberAt(source, [key]);
    return value ? [[key, { ...value, from, to }] as const] : [];
  });
  return objectOf({ from, to }, new Map(members));
}
