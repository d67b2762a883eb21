import assert from 'node:assert/strict';
import { packCorpus, unpackCorpus } from '../../src/search/snapshot.ts';
import { Searchable } from './searchable.ts';

function library(): Searchable {
  const files = Array.from({ length: 30 }, (_, i) => [
    `2026-01-0${1 + (i % 9)}-r${i}.md`,
    `# Report ${i}\n\nLede of ${i}.\n\n- **Quay ${i}:** Closed. ([notice](https://port.example/${i}))\n- Żubr`,
  ]);
  const searchable = new Searchable(Object.fromEntries(files) as Record<string, string>);
  searchable.remove('2026-01-03-r2.md');
  return searchable;
}

const QUERIES = 'quay|report 12|zubr|clo|closd|site:port.example|"quay 5"|notice|r2'.split('|');

describe('A stored index', () => {
  it('finds the same when it is loaded, and can be changed', async () => {
    const kept = library();
    const back = library();
    back.corpus = await unpackCorpus(await packCorpus(kept.corpus));
    for (const query of QUERIES) assert.deepEqual(found(back, query), found(kept, query), query);
    for (const one of [kept, back]) {
      one.put('2026-01-01-r0.md', '# Report 0\n\n- Bison');
      one.put('new.md', '# New\n\n- Bison too');
    }
    for (const query of [...QUERIES, 'bison']) assert.deepEqual(back.names(query), kept.names(query), query);
  });

  it('is rejected if it is damaged, cut off or of another version', async () => {
    const bytes = await packCorpus(library().corpus);
    for (let at = 0; at < bytes.length; at += 29) {
      const damaged = bytes.map((byte, i) => (i === at ? byte ^ 0x10 : byte));
      if (!meansNothing(bytes, at)) await assert.rejects(unpackCorpus(damaged), `byte ${at}`);
    }
    for (let length = 0; length < bytes.length; length += 37)
      await assert.rejects(unpackCorpus(bytes.slice(0, length)), `${length} bytes`);
    await assert.rejects(unpackCorpus(new TextEncoder().encode('0 1\n')), /wrong version/);
    await assert.rejects(unpackCorpus(new Uint8Array()), /wrong version/);
  });
});

/** Without the last digits of scores, because the order of sums differs. */
function found(library: Searchable, query: string) {
  return library.find(query).hits.map(({ score, ...hit }) => ({ ...hit, score: score.toFixed(6) }));
}

/**
 * Whether a byte of gzip has no effect: in the time, the operating system, and the padding before the
 * checksum.
 */
function meansNothing(bytes: Uint8Array, at: number): boolean {
  const index = bytes.indexOf(10) + 1;
  const contents = index + Number(new TextDecoder().decode(bytes.subarray(0, index)).split(' ')[1]);
  const inHead = (begin: number) => at >= begin + 4 && at < begin + 10;
  return inHead(index) || inHead(contents) || at === contents - 9 || at === bytes.length - 9;
}
