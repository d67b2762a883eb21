import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { allSections } from './support/fixture.ts';

/** What a briefing says, however it is written. */
interface Content {
  readonly title: string;
  readonly sections: readonly { readonly name: string; readonly items: readonly Item[] }[];
}

interface Item {
  readonly words: string;
  /** The page that the words are the title of. */
  readonly url: string | undefined;
}

/** How the parts of a briefing are written. */
interface Form {
  readonly title: (words: string) => readonly string[];
  readonly heading: (name: string, number: number) => readonly string[];
  readonly item: (item: Item, number: number) => string;
}

const linked = ({ words, url }: Item) => (url === undefined ? words : `[${words}](${url})`);
const bracketed = ({ words, url }: Item) => (url === undefined ? words : `${words} (${url})`);
const under = (words: string, mark: string) => [words, mark.repeat(words.length)];

const MARKDOWN: Form = {
  title: (words) => [`# ${words}`],
  heading: (name) => [`## ${name}`],
  item: (item) => `- ${linked(item)}`,
};
const PLAIN: Form = {
  title: (words) => [words],
  heading: (name) => [name],
  item: (item) => `- ${bracketed(item)}`,
};

const FORMS: Readonly<Record<string, Form>> = {
  'Markdown with stars': { ...MARKDOWN, item: (item) => `* ${linked(item)}` },
  'Markdown with numbers': { ...MARKDOWN, item: (item, number) => `${number}. ${linked(item)}` },
  'Markdown with underlines': {
    ...MARKDOWN,
    title: (words) => under(words, '='),
    heading: (name) => under(name, '-'),
  },
  'Markdown with bold headings': { ...MARKDOWN, heading: (name) => [`**${name}**`] },
  'Markdown with emoji before headings': { ...MARKDOWN, heading: (name) => [`## 🚢 ${name}`] },
  'Markdown with addresses in brackets': { ...MARKDOWN, item: PLAIN.item },
  'plain text': PLAIN,
  'plain text with bullets': { ...PLAIN, item: (item) => `• ${bracketed(item)}` },
  'plain text with numbers': { ...PLAIN, item: (item, number) => `${number}. ${bracketed(item)}` },
  'plain text in capitals': { ...PLAIN, heading: (name) => [name.toUpperCase()] },
  'plain text with underlines': { ...PLAIN, heading: (name) => under(name, '-') },
  'plain text with an underlined title': { ...PLAIN, title: (words) => under(words, '=') },
  'plain text with colons': { ...PLAIN, heading: (name) => [`${name}:`] },
  'plain text with emoji': { ...PLAIN, heading: (name) => [`🚢 ${name}`] },
  'plain text with numbered headings': { ...PLAIN, heading: (name, number) => [`${number}. ${name}`] },
};

function write({ title, sections }: Content, form: Form): string {
  const parts = sections.map(({ name, items }, i) => [
    ...form.heading(name, i + 1),
    '',
    ...items.map((item, at) => form.item(item, at + 1)),
    '',
  ]);
  return [...form.title(title), '', INTRO, '', ...parts.flat()].join('\n');
}

const INTRO = 'The office says that all goes on until the evening. Then it stops for the night.';

/** Title, sections and items of a text, without the marks and case of headings. */
function read(text: string): unknown {
  const { title, sections } = parseBriefing(text, '1.md');
  return {
    title,
    sections: allSections(sections).map((section) => ({
      name: section.title.replace(/^[^\p{L}]+|:$/gu, '').toLowerCase(),
      items: section.takeaways.map(({ label, text: words, references }) => ({
        words: [label, words].filter(Boolean).join(': '),
        url: references[0]?.url,
      })),
    })),
  };
}

const NAMES = ['Ferries', 'Tugs and Pilots', 'At the Quay', 'Weather', 'Bridges', 'Harbour Office', 'Music'];
const SENTENCES = [
  'The last ferry of the day goes at nine, the office says.',
  'Two of the four tugs are back in service.',
  'A crane came from the north on Tuesday, and it stays until May.',
  'Fog is expected after midnight.',
];
const TITLES = ['Ferry Stops at Nine', 'Why two tugs were sold', 'What the harbour costs in a year'];

const item = fc.oneof(
  fc.constantFrom(...SENTENCES).map((words) => ({ words, url: undefined })),
  fc.constantFrom(...TITLES).map((words) => ({ words, url: `https://a.example/${words.length}` })),
);
const content = fc.record({
  title: fc.constantFrom('Harbour news', 'Morning Brief, 3 March 2026', 'What Moves in Port'),
  sections: fc
    .uniqueArray(fc.constantFrom(...NAMES), { minLength: 3, maxLength: 5 })
    .chain((names) =>
      fc.tuple(
        ...names.map((name) =>
          fc.array(item, { minLength: 2, maxLength: 4 }).map((items) => ({ name, items })),
        ),
      ),
    ),
});

describe('A briefing written as', () => {
  for (const [name, form] of Object.entries(FORMS))
    it(`${name} is read as the same one`, () => {
      fc.assert(
        fc.property(content, (said) => {
          assert.deepEqual(read(write(said, form)), read(write(said, MARKDOWN)));
        }),
        { numRuns: 30 },
      );
    });
});
