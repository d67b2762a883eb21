import assert from 'node:assert/strict';

/* External checks and the interactive test window call these: their places and names stay. */
const CONTRACTS = {
  '../../src/briefing/parseBriefing.ts': ['parseBriefing'],
  '../../src/briefing/renderBriefing.ts': ['renderBriefing'],
  '../../src/briefing/readingItems.ts': ['readingItems'],
  '../../src/intake/htmlToMarkdown.ts': ['htmlToMarkdown'],
  '../../src/intake/readFeed.ts': ['readFeed'],
  '../../src/intake/readMail.ts': ['readMail'],
  '../../src/intake/readOpml.ts': ['readOpml'],
  '../window/workbench.ts': ['Workbench'],
  '../support/versions.ts': ['NEWEST', 'OLDEST'],
};

describe('The functions that are called from outside', () => {
  for (const [file, names] of Object.entries(CONTRACTS))
    it(`are where they were: ${names.join(', ')}`, async () => {
      const module = (await import(file)) as Readonly<Record<string, unknown>>;
      assert.deepEqual(
        names.filter((name) => module[name] === undefined),
        [],
      );
    });
});
