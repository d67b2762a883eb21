import type { Token } from 'markdown-it';
import type { Block } from '../../blocks/document.ts';
import { closeOf } from '../../grammar/tokens.ts';
import { isList, type TakeawayNode } from '../../items/takeaways.ts';
import { endsSentence } from '../../text/sentences.ts';
import { namesPart } from '../../text/partLabels.ts';
import { foldTitle } from '../../text/vocabulary.ts';

/** A list, and the items in it. */
type Listed = readonly [Block, readonly TakeawayNode[]];

/**
 * The lists of what is said of one story: `- **Source:** …`, `- **Summary:** …`; of data that several lists have by the
 * same names, `- File size: 820 bytes`; or of parts that three lists at least have, or two the same three, and nothing else.
 * What stands in such a list is a name of data in others, too.
 */
export function attributeLists(lists: readonly Listed[]): readonly Block[] {
  // A link alone beside such parts is the story's source.
  const all = lists.map(([block, listed]) => {
    const said = listed.filter((item) => !isLinkAlone(item));
    const items = said.length > 0 ? said : listed;
    const labels = labelsOf(items, items.length < listed.length);
    return { block, items, labels, row: labels.join('\n') };
  });
  const labelled = all.filter(
    ({ items, labels }) => labels.length * 4 >= items.length * 3 && !items.every(isGroup),
  );
  const counts = new Map<string, number>();
  for (const { labels } of all) for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const rows = new Map<string, number>();
  for (const { row } of labelled) rows.set(row, (rows.get(row) ?? 0) + 1);
  const names = new Set<string>();
  for (const { block, items, labels, row } of labelled) {
    const recurs = (times: number) => (label: string) => (counts.get(label) ?? 0) >= times;
    const data = items.filter(({ text }) => DATUM.test(text)).length;
    // The same headlines may come again: in a table, or as links.
    const isData =
      items.length > 1 &&
      data * 5 >= items.length * 3 &&
      areMost(labels, recurs(2)) &&
      !items.every(isNamedByLink);
    const areTwice = rows.get(row) === 2 && areShort(items, labels);
    const areParts =
      isList(block) && (areTwice || areNearlyAll(labels, recurs(3))) && !items.some(isNamedByLink);
    if (isData || areParts) for (const label of labels) names.add(label);
  }
  return labelled
    .filter(
      ({ block, items, labels }) =>
        areMost(labels, (label) => names.has(label) || (items.length > 1 && namesPart(label))) ||
        (isList(block) && areData(items)),
    )
    .map(({ block }) => block);
}

/** All, or of many, two thirds: one story or another has a part of its own. */
function areNearlyAll(labels: readonly string[], is: (label: string) => boolean): boolean {
  const found = labels.filter(is).length;
  return found === labels.length || (found > FEW && found * 3 >= labels.length * 2);
}

/** Three parts and more, by their names and with few words below: no stories that are told in two places. */
function areShort(items: readonly TakeawayNode[], labels: readonly string[]): boolean {
  const short = items.filter(({ rest }) => rest.length === 0);
  return labels.length > 2 && labels.every(({ length }) => length <= 30) && short.length * 2 >= items.length;
}

/** `- [Map](…)`, `- [Photo](…)` below each of three headlines: where those come from, in a word or two. */
export function recurringLinks(lists: readonly Listed[]): readonly Block[] {
  const links = lists.filter(
    ([block, items]) => isList(block) && items.every((item) => isLinkAlone(item) && NAME.test(item.text)),
  );
  const counts = new Map<string, number>();
  const names = links.map(([, items]) => new Set(items.map(({ text }) => foldTitle(text))));
  for (const name of names.flatMap((own) => [...own])) counts.set(name, (counts.get(name) ?? 0) + 1);
  const recurs = (name: string) => (counts.get(name) ?? 0) > 2;
  return links.flatMap(([block], i) => (areMost([...(names[i] ?? [])], recurs) ? block : []));
}

/** Of a source or of what it is: `Map`, `Pull request`. */
const NAME = /^[^\s]{1,20}(?: [^\s]{1,20})?$/;

/** `820,729 bytes`: a datum has three words at most. */
export const DATUM = /^\S*(?:\s+\S+){0,2}$/;

/**
 * `- Feeds read: 120`, `- Items kept: 12 of 340`: a list of figures is no list of stories, nor is one of other data,
 * `- Severity: high`, `- Affected versions: 2.0 and earlier`, in which some may take more words.
 */
function areData(items: readonly TakeawayNode[]): boolean {
  if (items.length <= FEW || items.some(isNamedByLink)) return false;
  const labelled = items.filter(({ label }) => label !== undefined);
  const figures = labelled.filter(({ text }) => /\d/.test(text) && isDatum(text));
  const data = labelled.filter((item) => isDatum(item.text) && !endsSentence(item.text) && !hasLink(item));
  const areFields = labelled.every(({ label = '' }) => label.length <= FIELD_LENGTH);
  return (
    figures.length * 5 >= items.length * 4 ||
    (areFields && labelled.length * 5 >= items.length * 4 && data.length * 3 >= items.length * 2)
  );
}

/** So many may be what a short list is about. */
const FEW = 4;

/** No field has a longer name. In UTF-16 units. */
const FIELD_LENGTH = 30;

/** `Harbour: https://a.example` is a story, in a word or two. */
function hasLink({ lead, rest }: TakeawayNode): boolean {
  return [...lead, ...rest].some(({ type, children }) =>
    [{ type }, ...(children ?? [])].some((token) => token.type.endsWith('link_open')),
  );
}

/** `120 items`, `12 of 340`; languages that have no spaces say much in one word. */
function isDatum(text: string): boolean {
  return DATUM.test(text) && (text.match(/[\p{Ideo}\p{scx=Kana}\p{scx=Hang}]/gu)?.length ?? 0) <= 6;
}

/**
 * Folded, each once; that of what says no more, `- Published:`, too. Beside a link alone an emoji is one: `- 📄 It stops.`,
 * `- 🔗 https://a.example`.
 */
function labelsOf(items: readonly TakeawayNode[], byEmoji: boolean): readonly string[] {
  const labels = items.flatMap(
    ({ label, text, emoji = [] }) => label ?? EMPTY.exec(text)?.[1] ?? (byEmoji ? emoji : []),
  );
  return [...new Set(labels.map((label) => foldTitle(label) || label))];
}

const EMPTY = /^([^\n:：]{2,40})[:：](?:\n|$)/;

/** - 🔗 [The office: the ferry stops](https://a.example) */
function isLinkAlone({ label, lead, rest }: TakeawayNode): boolean {
  if (label !== undefined || rest.length > 0) return false;
  // Where an emoji was, an empty text is left.
  const words = lead.filter(({ type, content }) => type !== 'text' || content.trim() !== '');
  return words[0]?.type === 'link_open' && closeOf(words, 0) === words.length - 1;
}

function isNamedByLink({ name }: TakeawayNode): boolean {
  return name.some(({ type }) => type.endsWith('link_open'));
}

/** `- **Ferries:**` above links to what is new there: whose news it is, and no part of a story. */
function isGroup({ label, lead, rest }: TakeawayNode): boolean {
  if (label === undefined || lead.length > 0 || rest[0]?.type !== 'bullet_list_open') return false;
  const items = rest.filter(({ type }) => type === 'list_item_open').length;
  const isLinked = ({ children }: Token) => children?.some(({ type }) => type.endsWith('link_open')) === true;
  return rest.filter(isLinked).length * 3 >= items * 2;
}

function areMost(labels: readonly string[], is: (label: string) => boolean): boolean {
  return labels.filter(is).length * 2 >= labels.length;
}
