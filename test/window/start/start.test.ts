import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pack } from '../../support/packing/pack.ts';
import { launchBrowser, PATIENCE } from '../../support/browser.ts';
import { OUT } from '../../support/paths.ts';
import { serve } from '../../support/start/serve.ts';

/* What a developer sees on a machine without a desktop VS Code. */
describe('npm start', () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'npm-start-'));

  after(() => {
    fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
  });

  it('opens a window with the briefings in it, the welcome briefing expanded, and nothing else', async function () {
    // It packages, installs and starts.
    this.timeout(180_000);
    const packagePath = path.join(dataDir, 'briefing-reader.vsix');
    await pack(packagePath);
    const { server, url } = await serve({ dataDir, packagePath });
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.setDefaultTimeout(PATIENCE);
      await page.goto(url);
      const row = (name: RegExp) => page.locator('.sidebar').getByRole('treeitem', { name }).first();
      await row(/^Welcome to Briefing Reader/).waitFor();
      await row(/^One thing at a time/).waitFor();
      await row(/^Ukraine talks at the White House/).waitFor();
      assert.equal(await page.locator('.editor-group-container .tab').count(), 0);
      await page.screenshot({ path: path.join(OUT, 'screenshots', 'npm-start.png') });
      await page.goto(url.replace(/tkn=\w+/, 'tkn=other'));
      await page.getByText('Forbidden').waitFor();
    } finally {
      await browser.close();
      await server.stop();
    }
  });
});
