import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { mailText } from '../../src/intake/files/mailFile.ts';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';
import { readMail } from '../../src/intake/readMail.ts';
import { allSections } from '../briefing/support/fixture.ts';
import { fixtureCases } from '../support/fixtureCases.ts';
import { REPO } from '../support/paths.ts';
import { NOON } from './files/harbour.ts';

/** The words of both are compared with their expected files: readMail.test.ts, htmlToMarkdown.test.ts. */
describe('What a person finds in a page or a mail', () => {
  fixtureCases('intake/expectations', async (name) => {
    const bytes = fs.readFileSync(path.join(REPO, 'test', 'fixtures', 'intake', name));
    const mail = name.endsWith('.eml') ? await readMail(bytes) : undefined;
    assert.notEqual(mail?.kind, 'notAMail');
    const markdown = mail?.kind === 'mail' ? mailText(mail, NOON) : htmlToMarkdown(bytes.toString());
    const { title, date, sections } = parseBriefing(markdown, '1.md');
    const inside = allSections(sections).flatMap(({ level, title: words, takeaways }) => [
      `${'#'.repeat(level)} ${words}`,
      ...takeaways.map(({ label, text }) => `- ${label ?? text}`),
    ]);
    return [date === undefined ? title : `${title} (${date})`, ...inside].join('\n');
  });
});
