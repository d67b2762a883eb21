import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/briefing/grammar/markdown.ts';
import { read, takeawayOf } from '../support/fixture.ts';

/** A line of words with `<…>` around bold words, and `/…/` around italic ones. */
function shown(line: string): string {
  const marks: Readonly<Record<string, string>> = {
    ...{ strong_open: '<', strong_close: '>', em_open: '/', em_close: '/' },
  };
  const [, inline] = parseMarkdown(line);
  return (inline?.children ?? []).map(({ type, content }) => marks[type] ?? content).join('');
}

describe('Bold text that touches a word', () => {
  it('is bold even with punctuation at its inner edge', () => {
    const cases: readonly (readonly [line: string, shown: string])[] = [
      ['**标题：**内容', '<标题：>内容'],
      ['**“标题”**内容', '<“标题”>内容'],
      ['今天，他说**“不”**了', '今天，他说<“不”>了'],
      ['第一**（二）**第三**“四”**五', '第一<（二）>第三<“四”>五'],
      ['见**《书》**和**《信》**。', '见<《书》>和<《信》>。'],
      ['これは**「鐘」**です', 'これは<「鐘」>です'],
      ['見て**#質問**や**@広報**で、**鐘**#三', '見て<#質問>や<@広報>で、<鐘>#三'],
      ['그는 **“아니오”**라고 했다', '그는 <“아니오”>라고 했다'],
      ['*标题：*内容', '/标题：/内容'],
      ['**标题：****内容。**后来', '<标题：><内容。>后来'],
      ['**Clock:****it stops.** Then', '<Clock:><it stops.> Then'],
      ['**Clock:**it', '<Clock:>it'],
      ['the **Clock.**12', 'the <Clock.>12'],
      ['a **Clock!**it', 'a <Clock!>it'],
      ['**Clock: ** it stops', '<Clock: > it stops'],
      ['**The last ferry **', '<The last ferry >'],
      ['**Clock ** stops at **nine**', '<Clock > stops at <nine>'],
      ['*The last ferry stops *', '/The last ferry stops /'],
      ['**Ferry**\n*It stops. *', '<Ferry>/It stops. /'],
      ['the *Gull * stops (*at nine *) by *day *', 'the /Gull / stops (/at nine /) by /day /'],
      ['*Harbour Weekly * – *the crane*', '/Harbour Weekly / – /the crane/'],
    ];
    for (const [line, words] of cases) assert.equal(shown(line), words, line);
  });

  it('is parsed as in CommonMark in all other cases', () => {
    for (const [line, words] of [
      ['**a**b', '<a>b'],
      ['a **b:** c', 'a <b:> c'],
      ['2 ** 3, **b** and ** c', '2 ** 3, <b> and ** c'],
      ['** a:**b', '** a:**b'],
      ['a:**b** c', 'a:<b> c'],
      ['(**b** c) **d**', '(<b> c) <d>'],
      ['well-**known** and **a**/**b**', 'well-<known> and <a>/<b>'],
      ['*a:*b', '*a:*b'],
      ['**a: **b', '<a: >b'],
      ['a: **b** and **c: **d', 'a: <b> and <c: >d'],
      ['([** a **](https://a.example))', '(< a >)'],
      ['f(** a) and g(** b)', 'f(** a) and g(** b)'],
      ['f(** a) and g[** b]', 'f(** a) and g[** b]'],
      ['** a **b** c', '** a <b> c'],
      ['**a:\u00a0**b', '<a:\u00a0>b'],
      ['a**“b”**c', 'a**“b”**c'],
      ['2 * 3 * 4', '2 * 3 * 4'],
      ['2 *x *', '2 *x *'],
      ['2 *x * y', '2 *x * y'],
      ['*late * and dear*', '/late * and dear/'],
      ['5* rooms, price * with tax *', '5* rooms, price * with tax *'],
      ['a * Ferry * Crane *', 'a * Ferry * Crane *'],
      ['*a* b *', '/a/ b *'],
      ['pass****word', 'pass****word'],
      ['****a****', '<<a>>'],
    ] as const)
      assert.equal(shown(line), words, line);
  });

  it('is a label in Markdown and in plain text', () => {
    const { label, text } = takeawayOf('**时钟：**响了');
    assert.deepEqual([label, text], ['时钟', '响了']);
    const [section] = read('今日要点', '', '- **时钟：**响了', '- **“钟”：**停了').sections;
    assert.deepEqual(
      section?.takeaways.map(({ label, text }) => [label, text]),
      [
        ['时钟', '响了'],
        ['“钟”', '停了'],
      ],
    );
  });
});
