import assert from 'node:assert/strict';
import { linkPath, readLinkPath } from '../../src/share/link.ts';
import { read } from '../briefing/support/fixture.ts';

const BRIEFING = read(
  '# Q&A: Łódź / “ports”?',
  '## In brief',
  '- **100 % & more:** One.',
  '- 乌克兰安全保障',
);
const [labelled, plain] = BRIEFING.sections[0]?.takeaways ?? [];

describe('The link to a takeaway', () => {
  it('has readable names, and keys of the words', () => {
    const path = linkPath(BRIEFING, labelled);
    assert.match(path, /^\/read\/[\w-]{12}\/[\w-]{12}\/Q-A-Łódź-ports\/100-more$/);
    const link = readLinkPath(path);
    assert.deepEqual([link?.title, link?.label], ['Q A Łódź ports', '100 more']);
    assert.equal(readLinkPath(linkPath(BRIEFING, plain))?.label, '乌克兰安全保障');
    assert.equal(readLinkPath(linkPath(BRIEFING))?.item, undefined);
    assert.equal(link?.briefing, readLinkPath(linkPath(BRIEFING))?.briefing);
  });

  it('stays short', () => {
    assert.ok(linkPath({ title: 'word '.repeat(1000) }).length < 150);
    // A lone surrogate cannot be encoded in a URI.
    assert.doesNotThrow(() => encodeURI(linkPath({ title: `a${'𠮷'.repeat(200)}` })));
  });

  it('does not match other paths', () => {
    const none =
      '/ /read /read/short/-/a /read/AAAAAAAAAAAA /read/AAAAAAAAAAAA/short/a /read/AAAAAAAAAAAA/-/a/b/c /read/../AAAAAAAAAAAA/-/a /read/AAAAAAAAAAA%/-/a /exec/AAAAAAAAAAAA/-/a';
    for (const path of ['', ...none.split(' '), `/read/AAAAAAAAAAAA/-/${'a'.repeat(500)}`])
      assert.equal(readLinkPath(path), undefined, path);
    assert.ok(readLinkPath('/read/AAAAAAAAAAAA/-/a'));
  });

  it('contains nothing but keys and words', () => {
    const link = readLinkPath('/read/AAAAAAAAAAAA/-/[x](command:y)\u202e$(sync) <b>/\u0000z');
    assert.deepEqual([link?.title, link?.label], ['x command y sync b', 'z']);
  });
});
