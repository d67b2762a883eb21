import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { writeBriefing } from '../../src/briefing/writeBriefing.ts';
import { contentOf } from './content.ts';

/** A long text, and a short one that is repeated. */
const LONG = 'word '.repeat(3_000);
const ADDRESS = `https://a.example/${'a'.repeat(3_000)}`;
const many = (piece: string) => piece.repeat(700);

/** Texts in which many short pieces could each bring a long one to the page, by what that is. */
const TEXTS: Readonly<Record<string, string>> = {
  'the address of links': `${many('[a][1] ')}\n\n[1]: ${ADDRESS}\n`,
  'the title of links': `${many('[a][1] ')}\n\n[1]: https://a.example/ "${LONG}"\n`,
  'the address of a file': `${many('[a][1] ')}\n\n[1]: ${'a'.repeat(3_000)}.md\n`,
  'the address of images': `${many('![a][1] ')}\n\n[1]: ${ADDRESS}.png\n`,
  'a source': `${many('- a [1]\n')}\n## Sources\n\n1. ${LONG}\n`,
  'the address of a source': `${many('- a [1]\n')}\n## Sources\n\n1. ${ADDRESS}\n`,
  'a footnote': `${many('a[^1] ')}\n\n[^1]: ${LONG}\n`,
  'a footnote that cites itself': `a[^1]\n\n[^1]: ${many('[1] ')}x\n`,
  'the sources of a section': `# T\n\n${many('- a\n')}\n## Sources\n\n${many('- [b](https://a.example/)\n')}`,
  'the sources in front matter': `---\nsources: [${many('a.example, ')}b.example]\n---\n\n${many('- a\n')}`,
  'the title of a section': `## ${LONG}\n\n${many('**a** — b\n\n')}`,
  'the title of a section that is linked': `## ${LONG}\n\n${many('[](#word-word) ')}`,
  'the title of the briefing': `# ${LONG}\n\n## A\n\n${many('- a\n')}`,
  'the names of columns': `| ${LONG} | b |\n|-|-|\n${many('| **A b** | It has many more words. |\n')}`,
};

describe('A long text that many short ones name', () => {
  for (const [name, text] of Object.entries(TEXTS))
    it(`is not repeated as a whole: ${name}`, () => {
      const page = JSON.stringify(contentOf(text));
      const written = writeBriefing(parseBriefing(text, ''));
      assert.ok(page.length < 150 * text.length, `${page.length} of ${text.length}`);
      assert.ok(written.length < 40 * text.length, `${written.length} of ${text.length}`);
    });
});
