import assert from 'node:assert/strict';
import { findWords, joinedWords, tokenize } from '../../src/search/words.ts';
import { worked } from '../support/clock.ts';

describe('The words of a text', () => {
  const cases: readonly (readonly [text: string, words: readonly string[]])[] = [
    ['Two ports, 1.5 % and 4711-3', ['two', 'ports', '1', '5', 'and', '4711', '3']],
    [
      'Élysée – Łódź, Straße & Œuvre, İstanbul ığdır',
      ['elysee', 'lodz', 'strasse', 'oeuvre', 'istanbul', 'igdir'],
    ],
    ['Europe’s role', ['europe', 's', 'role']],
    ['ＡＢＣ １２', ['abc', '12']],
    ['Ελλάδα Россия', ['ελλαδα', 'россия']],
    ['ガイド', ['ガイド']],
    // A lone combining mark, and characters that expand to a space and a mark, or to four words.
    ['あﾞ ﾟ', ['あ']],
    ['\u037a', []],
    ['\ufdfa', ['صلىاللهعليهوسلم']],
    ['한국 정부는', ['한국', '정부는']],
    ['', []],
    ['🤝 — …', []],
  ];
  for (const [text, words] of cases)
    it(`of “${text}”`, () => {
      assert.deepEqual(tokenize(text), words);
    });

  it('are separated as they are read in languages without spaces', () => {
    assert.ok(tokenize('乌克兰安全保障').includes('安全'), tokenize('乌克兰安全保障').join());
    assert.ok(tokenize('東京GPUサーバー').includes('gpu'));
  });

  it('are found in bounded time if nothing separates them, or everything does', () => {
    const start = worked();
    for (const text of ['中文', 'ー', 'ภาษา', '中a', 'あ '])
      for (const { from, to } of findWords(text.repeat(30_000))) assert.ok(to > from);
    assert.ok(worked() - start < 8000);
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
