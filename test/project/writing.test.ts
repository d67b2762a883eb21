import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { ADVICE } from '../../src/language/advice.ts';
import { checkBriefing } from '../../src/language/checkBriefing.ts';
import { RULES } from '../../src/language/rules.ts';
import { takeawaysIn } from '../../src/briefing/briefingContents.ts';
import { skillText } from '../support/build.ts';
import { REPO } from '../support/paths.ts';

interface Manifest {
  readonly contributes: { readonly chatSkills: readonly { readonly path: string }[] };
}

const read = (file: string) => fs.readFileSync(path.join(REPO, file), 'utf8');

describe('The page on writing briefings', () => {
  const page = read('docs/writing-briefings.md');
  const [whole = '', stories = ''] = examplesIn(page);

  it('fits on a page', () => {
    assert.ok(page.split('\n').length < 120);
  });

  it('has an example without findings', () => {
    const name = '2026-03-03-morning-brief.md';
    const briefing = parseBriefing(whole, name);
    assert.deepEqual(checkBriefing(briefing, name), []);
    assert.deepEqual([briefing.title, briefing.date], ['Morning brief', '2026-03-03']);
    assert.deepEqual(
      briefing.sections.map(({ kind, title }) => `${kind}: ${title}`),
      ['takeaways: Key Takeaways', 'prose: Why now?', 'references: References'],
    );
    const takeaways = takeawaysIn(briefing.sections);
    assert.deepEqual(
      takeaways.map(({ label, references }) => `${label}: ${references.length}`),
      ['Last ferry at nine: 1', 'Bridge closed until May: 2', 'Fewer night buses: 1'],
    );
  });

  it('has an example of stories without a list, which are read as such', () => {
    const briefing = parseBriefing(`# A\n\n${stories}`, '');
    assert.deepEqual(checkBriefing(briefing, ''), []);
    assert.deepEqual(
      takeawaysIn(briefing.sections).map(({ label }) => label),
      ['Last ferry at nine', 'Third crane ordered'],
    );
  });

  it('lists all findings with their severity and what to do', () => {
    assert.deepEqual(
      rowsIn(page),
      Object.entries(RULES).map(([code, { severity }]) => ({
        code,
        severity,
        advice: ADVICE[code as keyof typeof RULES],
      })),
    );
  });

  for (const file of fs.readdirSync(path.join(REPO, 'docs')))
    if (/^writing-briefings\..+\.md$/.test(file))
      describe(`in ${file}`, () => {
        const translated = read(`docs/${file}`);

        it('has examples without findings, with the same number of items', () => {
          const english = examplesIn(page).map((text) => outlineOf(text));
          assert.deepEqual(examplesIn(translated).map(outlineOf), english);
          assert.deepEqual(addressesIn(translated), addressesIn(page));
        });

        it('has the same headings, rules and rows with the same severities', () => {
          assert.deepEqual(shapeOf(translated), shapeOf(page));
          const words = new Map(
            rowsIn(page).map(({ severity }, i) => [severity, rowsIn(translated)[i]?.severity]),
          );
          assert.deepEqual(
            rowsIn(translated).map(({ code, severity }) => [code, severity]),
            rowsIn(page).map(({ code, severity }) => [code, words.get(severity)]),
          );
          assert.equal(new Set(words.values()).size, words.size);
        });
      });

  it('has no links, because it is read without other files', () => {
    const links = page.replace(/^```markdown\n[^]*?^```$/gm, '').match(/\]\((?!https:)[^)]*\)/g) ?? [];
    assert.deepEqual(links, []);
  });

  it('is also an agent skill, word for word, in a folder with its name', () => {
    const { chatSkills } = (JSON.parse(read('package.json')) as Manifest).contributes;
    const [skill] = chatSkills;
    const [, name = '', description = '', text] =
      /^---\nname: (.+)\ndescription: (.+)\n---\n\n([^]*)$/.exec(skillText()) ?? [];
    assert.equal(text, page);
    assert.equal(skill?.path, `./dist/skills/${name}/SKILL.md`);
    // Requirements of the agent hosts.
    assert.match(name, /^[a-z\d]+(?:-[a-z\d]+)*$/);
    assert.ok(description.length <= 1024 && !description.includes(': '), description);
  });
});

function examplesIn(page: string): string[] {
  return [...page.matchAll(/^```markdown\n([^]*?)^```$/gm)].map(([, text = '']) => text);
}

/** The rows of the table of checks. */
function rowsIn(page: string): { code: string; severity: string; advice: string }[] {
  const rows = page.matchAll(/^\| `([\w-]+)` *\| (\S+) *\| (.+?) *\|$/gm);
  return [...rows].map(([, code = '', severity = '', advice = '']) => ({ code, severity, advice }));
}

/** The structure of an example without its words, and its findings. */
function outlineOf(example: string): unknown {
  const name = '2026-03-03-brief.md';
  const briefing = parseBriefing(example.startsWith('---') ? example : `# A\n\n${example}`, name);
  return {
    found: checkBriefing(briefing, name),
    sections: briefing.sections.map(({ kind }) => kind),
    references: takeawaysIn(briefing.sections).map(({ references }) => references.map(({ url }) => url)),
  };
}

function addressesIn(page: string): string[] {
  return (page.match(/https:\/\/[^)\s]+\.example[^)\s]*/g) ?? []).sort();
}

/** The start of each line: `## `, `- **`, `7. **`. */
function shapeOf(page: string): string[] {
  return page.match(/^(?:#+ |- \*\*|\d+\. \*\*|```|\| `)/gm) ?? [];
}
