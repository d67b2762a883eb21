import { tidy } from '../../../base/tidy.ts';
import { type JsonNode, memberAt, objectOf, wordsAt } from './jsonNodes.ts';
import { isProse } from './jsonProse.ts';
import { STORIES } from './jsonSections.ts';
import { HEADLINES } from './jsonStories.ts';

/** Keys of the section that a story is in: `{ "title": "The ferry stops", "category": "Harbour" }`. */
const CATEGORIES = [
  ...['section', 'category', 'topic', 'theme', 'group'],
  ...['seccion', 'categoria', 'categorie', 'kategorie', 'rubrik', 'rubrique'],
];

/**
 * Returns sections that the stories of a list name themselves, `"category": "Harbour"`: one for those that stand
 * together, since ranges must be places in the JSON. Undefined if a story has none, or if most stories are of another
 * section than the story above: then the order is another one, and sections would only part it.
 */
export function sectionsByCategory(stories: readonly JsonNode[]): readonly JsonNode[] | undefined {
  if (!stories.every((story) => wordsAt(story, HEADLINES) !== '')) return undefined;
  for (const key of CATEGORIES) {
    const names = stories.map((story) => tidy(wordsAt(story, [key])));
    if (names.some((name) => name === '' || isProse(name))) continue;
    const starts = names.flatMap((name, i) => (name === names[i - 1] ? [] : i));
    const areTogether = starts.length === new Set(names).size || starts.length * 3 <= names.length * 2;
    if (areTogether) return starts.map((start, i) => sectionOf(key, stories.slice(start, starts[i + 1])));
  }
  return undefined;
}

function sectionOf(key: string, stories: readonly JsonNode[]): JsonNode {
  const { from = 0 } = stories[0] ?? {};
  const { to = from } = stories.at(-1) ?? {};
  const { text = '' } = (stories[0] && memberAt(stories[0], [key])) ?? {};
  const title: JsonNode = { from, to: from, text: text.replaceAll('_', ' ') };
  return objectOf(
    { from, to },
    new Map([
      ['title', title],
      ['stories', { from, to, items: stories }],
    ]),
  );
}

/** Returns an object with sections in the place of its stories. */
export function withSections(root: JsonNode, sections: readonly JsonNode[]): JsonNode {
  const stories = memberAt(root, STORIES);
  const members = [...(root.members ?? [])].map(([key, node]) =>
    node === stories ? (['sections', { ...node, items: sections }] as const) : ([key, node] as const),
  );
  return objectOf(root, new Map(members));
}
