import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { REPO } from '../support/paths.ts';

type Snippets = Readonly<
  Record<string, { readonly prefix: string; readonly description: string; readonly body: readonly string[] }>
>;

describe('The snippets for Markdown', () => {
  const snippets = Object.values(
    JSON.parse(fs.readFileSync(path.join(REPO, 'media', 'snippets.json'), 'utf8')) as Snippets,
  );
  /** The inserted text with the default values of its placeholders. */
  const textOf = (prefix: string) =>
    (snippets.find((one) => one.prefix === prefix)?.body ?? [])
      .join('\n')
      .replace('$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE', '2026-03-02')
      .replace(/\$\{\d+:([^}]*)\}|\$0/g, (_, words: string | undefined) => words ?? '');

  it('are few, and their prefixes start with a common name', () => {
    assert.ok(snippets.length <= 4);
    for (const { prefix, description } of snippets) {
      assert.match(prefix, /^briefing-[a-z]+$/);
      assert.notEqual(description, '');
    }
    const docs = fs.readFileSync(path.join(REPO, 'docs', 'writing.md'), 'utf8');
    for (const { prefix } of snippets) assert.ok(docs.includes(`\`${prefix}\``), prefix);
  });

  it('insert a briefing without a problem', () => {
    const { title, date, problems, references } = parseBriefing(textOf('briefing-new'), 'a.md');
    assert.deepEqual([title, date, problems], ['Title', '2026-03-02', []]);
    assert.equal(references.length, 1);
  });

  it('insert its parts', () => {
    const text = `# T\n\n## Key Takeaways\n\n${textOf('briefing-takeaway')}\n\n## References\n\n${textOf('briefing-source')}\n`;
    const { sections, problems } = parseBriefing(text, 'a.md');
    const [takeaway] = sections[0]?.takeaways ?? [];
    assert.deepEqual([takeaway?.label, takeaway?.references[0]?.title], ['Label', 'Title of the source']);
    assert.deepEqual(problems, []);
  });
});
