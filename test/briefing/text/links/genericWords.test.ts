import assert from 'node:assert/strict';
import { isGenericLabel, isReadMore } from '../../../../src/briefing/text/links/genericWords.ts';
import { read } from '../../support/fixture.ts';

describe('Generic link text', () => {
  it('is known in many languages', () => {
    const words =
      'Read more, Go deeper, Ver en GitHub →, Weiterlesen, Voir l’original, Оригинал, 查看, 閱讀更多, 원문 보기, Kaynak, Xem thêm, Źródło, Läs mer, Lue lisää, Kilde, ادامه مطلب, Baca selengkapnya';
    for (const one of words.split(', ')) assert.ok(isReadMore(one), one);
    assert.ok(!isReadMore('Read'.repeat(20)) && !isReadMore('The last ferry'));
    assert.ok(isGenericLabel('Paper') && !isReadMore('Paper'));
  });

  it('does not name a source: the source has the name of its site', () => {
    const { references } = read('# A', '', '- Ferry stops. [查看](https://a.example/1)');
    assert.deepEqual(
      references.map(({ title }) => title),
      ['a.example'],
    );
  });
});
