import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Briefing } from '../../src/briefing/model.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { itemsIn } from '../../src/briefing/readingItems.ts';
import { REPO } from '../support/paths.ts';
import { checkBriefing } from './support/checkBriefing.ts';
import { drawn } from './support/fixture.ts';

const FOLDER = path.join(REPO, 'briefings');

function open(name: string): Briefing {
  const text = fs.readFileSync(path.join(FOLDER, name), 'utf8');
  const briefing = parseBriefing(text, name);
  checkBriefing(briefing, text);
  return briefing;
}

describe('The bundled briefings', () => {
  const names = fs.readdirSync(FOLDER).sort();
  const translated = names.filter((name) => /^welcome\..+\.md$/.test(name));

  it('are a news text and a welcome briefing, without a problem', () => {
    const others = names.filter((name) => !translated.includes(name));
    assert.deepEqual(others, ['2025-08-19-ukraine-talks-at-the-white-house.txt', 'welcome.md']);
    for (const name of names) assert.deepEqual(open(name).problems, [], name);
  });

  it('include a news text with title and date from its file name', () => {
    const { title, date, sections, references } = open('2025-08-19-ukraine-talks-at-the-white-house.txt');
    assert.equal(title, 'Ukraine talks at the White House');
    assert.equal(date, '2025-08-19');
    assert.deepEqual(drawn(sections), [
      '2 Key Takeaways',
      '2 Why No Major Breakthrough?',
      '2 Territory: The Toughest Issue',
      '2 Europe’s Role',
      '2 What’s Next?',
      '2 Reference(s)',
    ]);
    assert.deepEqual(
      sections[0]?.takeaways.map(({ label, emoji }) => `${emoji ?? ''} ${label ?? ''}`),
      ['🤝 U.S. Agrees Twice', '📞 Talks with Putin?', '⚔️ Shelling Continues', '🌐 Allies Stick Together'],
    );
    assert.deepEqual(
      references.map(({ title: words, url }) => [words, url]),
      [['Q&A: Why Ukraine talks fell short of a breakthrough, but still matter', 'https://cgtn.com']],
    );
  });

  it('include a welcome briefing in Markdown', () => {
    const { title, sections, references } = open('welcome.md');
    assert.equal(title, 'Welcome to Briefing Reader');
    assert.deepEqual(drawn(sections), [
      '2 Key Takeaways',
      '2 What a briefing is made of',
      '  3 Where references come from',
      '2 The keys',
      '2 Where to put your own',
      '2 References',
    ]);
    assert.deepEqual(
      references.map(({ title: words, url, site }) => [words, url, site]),
      [
        ['Markdown', 'https://daringfireball.net/projects/markdown/', 'Daring Fireball'],
        ['CommonMark', 'https://commonmark.org', 'the Markdown specification'],
      ],
    );
  });

  it('include a welcome briefing in each language, with the same structure', () => {
    const languages = fs
      .readdirSync(REPO)
      .flatMap((file) => /^package\.nls\.(.+)\.json$/.exec(file)?.[1] ?? []);
    assert.deepEqual(
      translated,
      languages.map((language) => `welcome.${language}.md`),
    );
    const english = structureOf(open('welcome.md'));
    for (const name of translated) {
      const briefing = open(name);
      assert.deepEqual(structureOf(briefing), english, name);
      assert.equal(`welcome.${briefing.language?.toLowerCase()}.md`, name);
    }
  });
});

/** The properties that a translation must keep: the kinds of all parts, their citations and their code. */
function structureOf(briefing: Briefing) {
  return {
    sections: briefing.sections.map(({ kind, takeaways, sections }) => [
      kind,
      takeaways.length,
      sections.length,
    ]),
    items: itemsIn(briefing).map(({ kind, label, emoji, references }) => [
      kind,
      label !== undefined,
      emoji,
      references.map(({ url }) => url),
    ]),
    references: briefing.references.map(({ title, url, site }) => [title, url, site !== undefined]),
    code: briefing.text.match(/`[^`]+`/g),
  };
}
