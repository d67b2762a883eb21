import assert from 'node:assert/strict';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { mailFile, mailText } from '../../../src/intake/files/mailFile.ts';
import { pageFile } from '../../../src/intake/files/pageFile.ts';
import { htmlToMarkdown } from '../../../src/intake/htmlToMarkdown.ts';
import { allSections } from '../../briefing/support/fixture.ts';
import { worked } from '../../support/clock.ts';
import { fixtureCases } from '../../support/fixtureCases.ts';
import { NOON } from './harbour.ts';

describe('A mail as a file', () => {
  const mail = {
    kind: 'mail',
    subject: 'Harbour: the week',
    from: 'Ann of the harbour',
    date: '2026-11-20T07:00:00.000Z',
    language: 'en',
    markdown: '# Harbour: the week\n\n- **Ferries:** none runs.\n',
  } as const;

  it('has its subject, day, language and sender, who is not a reference', () => {
    const { name, text } = mailFile(mail, NOON);
    const { title, date, language, sender, references } = parseBriefing(text, name);
    assert.deepEqual([title, date, language], ['Harbour: the week', '2026-11-20', 'en']);
    assert.equal(sender, 'Ann of the harbour');
    assert.match(text, /^source: Ann of the harbour$/m);
    assert.deepEqual(references, []);
    const lying = mailText(mail, NOON);
    assert.match(lying, /^source: Ann of the harbour$/m);
    assert.deepEqual(parseBriefing(lying, 'a.eml').references, []);
    assert.equal(parseBriefing(text.replace('mail:', 'page:'), name).sender, undefined);
  });

  it('is the same file if it comes twice', () => {
    assert.equal(mailFile(mail, NOON).name, mailFile(mail, NOON + 1e9).name);
    assert.notEqual(mailFile(mail, NOON).name, mailFile({ ...mail, markdown: 'Another.' }, NOON).name);
  });
});

describe('A page as a file', () => {
  const read = (html: string) => {
    const file = pageFile({ name: 'harbour-week-47.html', html }, NOON, htmlToMarkdown);
    const { title, date, language, references, sections } = parseBriefing(file.text, file.name);
    const head = [title, date, language, references[0]?.url].filter(Boolean).join(' · ');
    return [head, ...allSections(sections).map(({ title: words }) => `# ${words}`)].join('\n');
  };

  fixtureCases('intake/pageTitles', read);

  it('has a title also if it is empty', () => {
    assert.match(read(''), /^Harbour week 47 · 2026-11-26/);
  });

  it('has the words of the page below its own front matter only', () => {
    const html =
      '---\nlayout: post\n---\n\n<html><head><title>Harbour</title></head><p>None <b>runs</b>.</p></html>';
    const { text } = pageFile({ name: 'a.html', html }, NOON, htmlToMarkdown);
    assert.match(text, /^title: Harbour$[^]*^---\n\nNone \*\*runs\*\*\.\n$/m);
  });

  it('that was made to be slow is converted in bounded time', () => {
    const begun = worked();
    for (const piece of ['<meta ', '<link rel=canonical ', '<title', '<html ', '<time ', '<meta property='])
      read(piece.repeat(1e6 / piece.length));
    assert.ok(worked() - begun < 3000, String(worked() - begun));
  });
});
