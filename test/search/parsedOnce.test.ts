import assert from 'node:assert/strict';
import createMarkdownIt from 'markdown-it';
import { linkedFiles, sectionNamed } from '../../src/briefing/structure/anchors.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { renderBriefing, renderParts } from '../../src/briefing/renderBriefing.ts';
import { writeBriefing } from '../../src/briefing/writeBriefing.ts';
import { SearchIndex } from '../../src/search/searchIndex.ts';
import { bytes, memoryLibrary } from '../library/support/inMemory.ts';
import { MemoryStorage } from '../library/support/memoryStorage.ts';

const TEXT =
  '# Harbour\n\nLede.\n\n## Tugs [1]\n\n- **One:** [first](a.md)\n\n## Sources\n\n1. [A](https://a.example)\n';

/** Runs `work`, and counts the calls of the Markdown parser. */
async function parsesIn(work: () => unknown): Promise<number> {
  const { prototype } = createMarkdownIt as unknown as {
    prototype: { parse: (...args: never[]) => unknown };
  };
  const { parse } = prototype;
  let count = 0;
  prototype.parse = function (this: unknown, ...args) {
    count++;
    return parse.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.parse = parse;
  }
  return count;
}

describe('A text is parsed once', () => {
  it('for everything that is made of its briefing', async () => {
    const parses = await parsesIn(() => {
      const briefing = parseBriefing(TEXT, '');
      renderBriefing(briefing);
      renderParts(briefing);
      writeBriefing(briefing);
      assert.equal(sectionNamed(briefing, '#tugs'), briefing.sections[0]?.id);
      assert.deepEqual([...linkedFiles(briefing)], ['a.md']);
    });
    assert.equal(parses, 1);
  });

  it('again if a briefing is a copy', async () => {
    const copy = { ...parseBriefing(TEXT, '') };
    assert.equal(await parsesIn(() => renderBriefing(copy)), 1);
    assert.equal(await parsesIn(() => renderParts(copy)), 1);
    assert.equal(renderBriefing(copy), renderBriefing(parseBriefing(TEXT, '')), 'and says the same');
  });

  it('when a library reads its files, once more for the first index, and not after a restart', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [
        `file:///${i}.md`,
        bytes(TEXT.replace('Harbour', `Harbour ${i}`)),
      ]),
    );
    const { library, logger } = memoryLibrary(files);
    assert.equal(await parsesIn(() => library.refresh()), 20);
    const storage = new MemoryStorage();
    const index = new SearchIndex(library, storage, logger, Promise.resolve());
    assert.equal(await parsesIn(() => index.complete()), 20);
    await index.save();
    const again = new SearchIndex(library, storage, logger, Promise.resolve());
    assert.equal(await parsesIn(() => again.complete()), 0);
    assert.equal(await parsesIn(() => library.refresh()), 0);
    for (const one of [index, again]) one.dispose();
  });

  it('once more for the former key of a briefing without takeaways', async () => {
    const { library } = memoryLibrary({ 'file:///a.md': bytes('# Prose\n\nOne sentence.\n') });
    assert.equal(await parsesIn(() => library.refresh()), 2);
  });
});
