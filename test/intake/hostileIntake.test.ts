import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { renderBriefing } from '../../src/briefing/renderBriefing.ts';
import { readMail } from '../../src/intake/readMail.ts';
import { liveHtml } from '../briefing/support/checkExports.ts';
import { checkHtml } from '../briefing/support/checkHtml.ts';
import { outside } from '../briefing/support/outside.ts';
import { worked } from '../support/clock.ts';

/** In ms; other tests may be running at the same time. */
const LONGEST = 3000;

describe('Hostile pages and mails', () => {
  let folder = '';

  before(function () {
    const source = outside(this, 'hostile');
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hostile-'));
    for (const name of ['make-feeds.mjs', 'own-payloads.mjs'])
      fs.copyFileSync(path.join(source, name), path.join(folder, name));
    execFileSync(process.execPath, ['make-feeds.mjs'], { cwd: folder });
  });

  after(() => {
    if (folder !== '') fs.rmSync(folder, { recursive: true });
  });

  it('become text in bounded time, with nothing active but their links', async () => {
    const feeds = path.join(folder, 'feeds');
    for (const name of fs.readdirSync(feeds)) {
      const bytes = fs.readFileSync(path.join(feeds, name));
      const begun = worked();
      // A file of any kind may be dropped.
      const mail = await readMail(bytes);
      const texts = [htmlToMarkdown(bytes.toString()), mail.kind === 'mail' ? mail.markdown : ''];
      assert.ok(worked() - begun < LONGEST, name);
      for (const markdown of texts) {
        const short = markdown.slice(0, 100_000);
        assert.deepEqual(liveHtml(short), [], name);
        checkHtml(renderBriefing(parseBriefing(short, '')));
        assert.doesNotMatch(short, /\]\(<(?!https?:|mailto:)/, name);
      }
    }
  });
});
