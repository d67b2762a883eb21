import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Briefing } from '../../src/briefing/model.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { REPO } from '../support/paths.ts';
import { checkBriefing } from './checkBriefing.ts';
import { drawn } from './fixture.ts';

const FOLDER = path.join(REPO, 'briefings');

function open(name: string): Briefing {
  const text = fs.readFileSync(path.join(FOLDER, name), 'utf8');
  const briefing = parseBriefing(text, name);
  checkBriefing(briefing, text);
  return briefing;
}

describe('The briefings that ship with the extension', () => {
  it('are these two, without a problem', () => {
    const names = fs.readdirSync(FOLDER).sort();
    assert.deepEqual(names, ['2025-08-19-ukraine-talks-at-the-white-house.txt', 'welcome.md']);
    for (const name of names) assert.deepEqual(open(name).problems, [], name);
  });

  it('are a news text that takes its title and date from the name of its file', () => {
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

  it('are a welcome in Markdown', () => {
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
});
