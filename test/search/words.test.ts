import assert from 'node:assert/strict';
import { findWords, joinedWords, tokenize } from '../../src/search/words.ts';
import { worked } from '../support/clock.ts';
import { fixtureCases } from '../support/fixtureCases.ts';

describe('The words of a text', () => {
  fixtureCases('search/words', (text) => tokenize(text).join(' '));

  it('are separated as they are read in languages without spaces', () => {
    assert.ok(tokenize('乌克兰安全保障').includes('安全'), tokenize('乌克兰安全保障').join());
    assert.ok(tokenize('東京GPUサーバー').includes('gpu'));
  });

  it('are found in bounded time if nothing separates them, or everything does', () => {
    const start = worked();
    for (const text of ['中文', 'ー', 'ภาษา', '中a', 'あ '])
      for (const { from, to } of findWords(text.repeat(10_000))) assert.ok(to > from);
    assert.ok(worked() - start < 3000);
    const run = `${'中文'.repeat(499)}中𠮷`;
    assert.deepEqual(findWords(run.repeat(3)).slice(-1)[0]?.to, 3003);
  });

  it('have their positions in the text', () => {
    const text = 'Élysée: 安全 ok';
    assert.deepEqual(
      findWords(text).map(({ from, to }) => text.slice(from, to)),
      ['Élysée', '安全', 'ok'],
    );
  });

  it('are folded the same in any Unicode normalization', () => {
    assert.deepEqual(tokenize('e\u0301a'), tokenize('\u00e9a'));
    assert.deepEqual(tokenize('한'.normalize('NFD')), ['한']);
  });

  it('are between spaces in a folded text', () => {
    assert.equal(joinedWords('Two Ports', 'open.'), ' two ports open ');
  });
});
