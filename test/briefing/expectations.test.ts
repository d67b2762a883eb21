import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { decodeBytes } from '../../src/briefing/text/bytes/decodeBytes.ts';
import type { Briefing, Section, Takeaway } from '../../src/briefing/model.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { readingItems, type ReadingItem } from '../../src/briefing/readingItems.ts';
import { plainTextOf } from '../../src/briefing/structure/plainText.ts';
import { flatten } from '../../src/briefing/structure/structure.ts';
import { takeawaysIn } from '../../src/briefing/briefingContents.ts';
import { outside } from './support/outside.ts';

/** The content of a document as a human reader has described it; see test/fixtures/corpus/README.md. */
interface Expectation {
  readonly file: string;
  readonly title?: string;
  readonly date?: string | null;
  /** The beginning of the lede; '' if there is none. */
  readonly lede?: string;
  /** The titles of all sections, indented by two spaces for each level of nesting. */
  readonly sections?: readonly string[];
  /** The first titles, if the rest is debatable. */
  readonly sectionsFirst?: readonly string[];
  /** The kinds of sections by title; sections that are not listed are prose. */
  readonly kinds?: Readonly<Record<string, string>>;
  /** The number of takeaways of each section; null if it is debatable. */
  readonly counts?: readonly (number | null)[];
  readonly key?: readonly Item[];
  readonly items?: readonly (Item & { readonly section: string; readonly index: number })[];
  readonly references?: readonly { readonly title?: string; readonly url?: string }[];
  /** The number of different URLs. */
  readonly referenceUrls?: number;
  /** All reading items, in order. */
  readonly reading?: readonly Piece[];
  /** The first reading items, if there are many or if the rest is debatable. */
  readonly readingFirst?: readonly Piece[];
  /** The number of reading items that are takeaways. */
  readonly stories?: number;
}

interface Piece {
  readonly kind: 'takeaway' | 'passage';
  /** null if it is debatable. */
  readonly label?: string | null;
  /** The beginning of the text. */
  readonly text?: string;
  readonly links?: readonly string[];
}

interface Item {
  readonly label?: string;
  readonly emoji?: string;
  /** The beginning of the text. */
  readonly text?: string;
  readonly links?: readonly string[];
}

const FOLDER = path.join(import.meta.dirname, '../fixtures/corpus');
const STORIES = path.join(import.meta.dirname, '../fixtures/stories');

describe('The corpus, as human readers describe it,', () => {
  for (const name of expectationsIn(FOLDER)) {
    it(`is what the parser finds: ${name}`, function () {
      const expected = expectation(FOLDER, name);
      check(expected, path.join(outside(this, 'corpus'), expected.file));
    });
  }
});

describe('Each fixture of stories, as a human reader describes it,', () => {
  for (const name of expectationsIn(STORIES)) {
    it(`is what the parser finds: ${name}`, () => {
      const expected = expectation(STORIES, name);
      check(expected, path.join(STORIES, expected.file));
    });
  }
});

function expectationsIn(folder: string): string[] {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.map((file) => file.replace('.json', ''));
}

function expectation(folder: string, name: string): Expectation {
  return JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8')) as Expectation;
}

function check(expected: Expectation, file: string): void {
  const decoded = decodeBytes(fs.readFileSync(file));
  assert.ok(decoded.kind === 'text');
  const briefing = parseBriefing(decoded.text, path.basename(file));
  assert.deepEqual(found(expected, briefing), expected);
}

/** The briefing's values for the properties that the expectation names. */
function found(expected: Expectation, briefing: Briefing): Expectation {
  const sections = flatten(briefing.sections);
  const key = sections.filter(({ kind, takeaways }) => kind === 'takeaways' && takeaways.length > 0);
  const titles = titlesOf(briefing.sections, '');
  const pieces = readingItems(briefing);
  const all: Expectation = {
    file: expected.file,
    title: briefing.title,
    date: briefing.date ?? null,
    lede: beginning(expected.lede, plainTextOf(briefing.lede).replace(/\s+/g, ' ')),
    sections: titles,
    sectionsFirst: titles.slice(0, expected.sectionsFirst?.length),
    kinds: Object.fromEntries(
      sections.filter(({ kind }) => kind !== 'prose').map(({ title, kind }) => [title, kind]),
    ),
    counts: sections.map(({ takeaways }, i) => (expected.counts?.[i] === null ? null : takeaways.length)),
    key: takeawaysIn(key).map((takeaway, i) => itemOf(expected.key?.[i], takeaway)),
    items: (expected.items ?? []).map((item) => {
      const section = sections.find(
        ({ title, takeaways }) => title === item.section && takeaways[item.index],
      );
      return {
        section: item.section,
        index: item.index,
        ...itemOf(item, section?.takeaways[item.index], briefing),
      };
    }),
    references: (expected.references ?? []).map((reference, i) => {
      const { title, url } = briefing.references[i] ?? { title: '' };
      return {
        ...(reference.title !== undefined && { title }),
        ...(url !== undefined && { url: urlAs(reference.url, url) }),
      };
    }),
    referenceUrls: new Set(
      briefing.references.flatMap(({ url }) => (url === undefined ? [] : [new URL(url).href])),
    ).size,
    reading: pieces.map((piece, i) => pieceOf(expected.reading?.[i], piece)),
    readingFirst: (expected.readingFirst ?? []).flatMap((first, i) =>
      pieces[i] ? [pieceOf(first, pieces[i])] : [],
    ),
    stories: pieces.filter(({ kind }) => kind === 'takeaway').length,
  };
  return Object.fromEntries(
    Object.entries(all).filter(([field]) => field in expected),
  ) as unknown as Expectation;
}

function titlesOf(sections: readonly Section[], indent: string): string[] {
  return sections.flatMap((section) => [
    indent + section.title,
    ...titlesOf(section.sections, `${indent}  `),
  ]);
}

function itemOf(expected: Item | undefined, takeaway: Takeaway | undefined, briefing?: Briefing): Item {
  if (!takeaway) return {};
  const { label, emoji, text, references } = takeaway;
  const own =
    references.length === 0 || !briefing || references !== sharedReferences(briefing) ? references : [];
  return {
    ...(label !== undefined && { label }),
    ...(emoji !== undefined && { emoji }),
    ...(expected?.text !== undefined && { text: beginning(expected.text, text.replace(/\s+/g, ' ')) }),
    ...(expected?.links && {
      links: own.flatMap(({ url }, i) => (url === undefined ? [] : [urlAs(expected.links?.[i], url)])),
    }),
  };
}

function pieceOf(expected: Piece | undefined, { kind, label, text, references }: ReadingItem): Piece {
  const { label: name, text: begins, links } = expected ?? {};
  return {
    kind,
    ...(name === null ? { label: null } : label !== undefined && { label }),
    ...(begins !== undefined && { text: beginning(begins, text.replace(/\s+/g, ' ')) }),
    ...(links && {
      links: references.flatMap(({ url }, i) => (url === undefined ? [] : [urlAs(links[i], url)])),
    }),
  };
}

/** The list that all takeaways without references of their own share, as an object. */
function sharedReferences(briefing: Briefing): readonly unknown[] | undefined {
  const lists = takeawaysIn(briefing.sections).map(({ references }) => references);
  return lists.find((list, i) => lists.indexOf(list) !== i && list.length > 0);
}

/** The text, cut to the length of the expected one. */
function beginning(expected: string | undefined, text: string): string {
  return expected === '' ? text : text.slice(0, expected?.length ?? 0);
}

/** Allows for a URL parser, which adds a `/` after a host and encodes other letters. */
function urlAs(expected: string | undefined, url = ''): string {
  return expected !== undefined && new URL(expected).href === new URL(url).href ? expected : url;
}
