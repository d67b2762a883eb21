import { tidy } from '../../../base/tidy.ts';
import { HEADLINES, STORIES } from './jsonKeys.ts';
import { announcesLog } from '../../text/logTitles.ts';
import { announcesContents, isOrdinaryName, kindOfTitle } from '../../text/vocabulary.ts';
import { type JsonNode, memberAt, objectOf, wordsAt } from './jsonNodes.ts';
import { isProse } from './jsonProse.ts';

/** Keys of the section that a story is in: `{ "title": "The ferry stops", "category": "Harbour" }`. */
const CATEGORIES = [
  ...['section', 'category', 'topic', 'theme', 'group'],
  ...['seccion', 'categoria', 'categorie', 'kategorie', 'rubrik', 'rubrique'],
];

/** So many stories that each have a name of their own have no categories. */
const MANY = 4;
/** `c3f1a2`, `ab12`, and not `Web3`. */
const ID = /^(?=.*(?:\d[-_]?[a-z]|[a-z]\d\d))[\w-]+$/i;

/**
 * Returns sections that the stories of a list name themselves, `"category": "Harbour"`: one for those that stand
 * together, since ranges must be places in the JSON. Undefined if a story has none, if each of many has its own, or if
 * most stories are of another section than the story above: then sections would only part them.
 */
export function sectionsByCategory(stories: readonly JsonNode[]): readonly JsonNode[] | undefined {
  if (!stories.every((story) => wordsAt(story, HEADLINES) !== '')) return undefined;
  for (const key of CATEGORIES) {
    const names = stories.map((story) => nameOf(wordsAt(story, [key])).toLowerCase());
    const different = new Set(names);
    if (![...different].every(isCategory)) continue;
    const starts = names.flatMap((name, i) => (name === names[i - 1] ? [] : i));
    const areTogether =
      (starts.length < names.length || names.length < MANY) &&
      (starts.length === different.size || starts.length * 3 <= names.length * 2);
    if (areTogether) return starts.map((start, i) => sectionOf(key, stories.slice(start, starts[i + 1])));
  }
  return undefined;
}

function nameOf(words: string): string {
  return tidy(words.replaceAll('_', ' '));
}

/** Whether a section of stories can have this name: `Sources`, `Index` and `Errors` would be no stories. */
function isCategory(name: string): boolean {
  return (
    /\p{L}{2}/u.test(name) &&
    !ID.test(name) &&
    !isProse(name) &&
    kindOfTitle(name) === 'prose' &&
    !isOrdinaryName(name) &&
    !announcesContents(name) &&
    !announcesLog(name, true)
  );
}

function sectionOf(key: string, stories: readonly JsonNode[]): JsonNode {
  const { from = 0 } = stories[0] ?? {};
  const { to = from } = stories.at(-1) ?? {};
  const { text = '' } = (stories[0] && memberAt(stories[0], [key])) ?? {};
  const title: JsonNode = { from, to: from, text: nameOf(text) };
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
