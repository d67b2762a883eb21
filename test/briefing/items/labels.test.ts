import assert from 'node:assert/strict';
import { labelOfItem } from '../../../src/briefing/items/labels.ts';
import { hasEarlyColon } from '../../../src/briefing/items/plainLabels.ts';
import { parseMarkdown } from '../../../src/briefing/grammar/markdown.ts';
import { plainText } from '../../../src/briefing/grammar/tokens.ts';
import { takeawaysOf } from '../support/fixture.ts';

type Parts = readonly [label: string, text: string] | undefined;

function wordsOf(markdown: string) {
  return parseMarkdown(markdown)[1]?.children ?? [];
}

function parts(markdown: string, byHabit = false): Parts {
  const found = labelOfItem(wordsOf(markdown), byHabit);
  return found && [found.label, plainText(found.words)];
}

function check(cases: readonly (readonly [markdown: string, parts: Parts])[], byHabit = false): void {
  for (const [markdown, expected] of cases) assert.deepEqual(parts(markdown, byHabit), expected, markdown);
}

describe('A label', () => {
  it('ends at the first colon or dash, within the maximum length', () => {
    const name = 'Aa '.repeat(20).trim();
    check([
      ['L — t: u', ['L', 't: u']],
      ['L: t — u', ['L', 't — u']],
      [`${name}b: t`, [`${name}b`, 't']],
      [`${name}bc: t`, undefined],
      [`${'A'.repeat(58)} 10:30 t`, undefined],
    ]);
  });
});

describe('A formatted label', () => {
  it('ends at the end of the formatting, or before a colon or dash', () => {
    check([
      ['**L:** t', ['L', 't']],
      ['**L：** t', ['L', 't']],
      ['**L.** t', ['L', 't']],
      ['**L。** t', ['L', 't']],
      ['**L?** t', ['L?', 't']],
      ['**L！** t', ['L！', 't']],
      ['**L**: t', ['L', 't']],
      ['**L** : t', ['L', 't']],
      ['**L**：t', ['L', 't']],
      ['**L**—t', ['L', 't']],
      ['**L** – t', ['L', 't']],
      ['**L**. Tt', ['L', 'Tt']],
      ['**L**. [Tt](https://a.example)', ['L', 'Tt']],
      ['**L**.\nTt', ['L', 'Tt']],
      ['**L**- t', ['L', 't']],
      ['**L** -- t', ['L', 't']],
      ['**L** --By Ann', ['L', 'By Ann']],
      ['**L** --- t', undefined],
      ['[L](https://a.example) -- t', ['L', 't']],
      ['**a longer name, of many words**: t', ['a longer name, of many words', 't']],
      ['**L:** **t**', ['L', 't']],
      ['**U.S. ferry:** t', ['U.S. ferry', 't']],
      ['**3 March 2026** Tt', ['3 March 2026', 'Tt']],
      ['**3 March 2026** was late', undefined],
    ]);
  });

  it('may be a line of its own, with only stars, code or brackets after it', () => {
    check([
      ['**Ferry stops** ★★★☆☆\nIt is late.', ['Ferry stops', '★★★☆☆ It is late.']],
      ['**[a / b](u)** `Rust`\nA tool.', ['a / b', 'Rust A tool.']],
      ['**Ferry stops** ⭐1402 (+132)\nIt is late.', ['Ferry stops', '⭐1402 (+132) It is late.']],
      ['**Ferry stops** ⭐0 (+64 today)\nIt is late.', ['Ferry stops', '⭐0 (+64 today) It is late.']],
      ['**Ferry stops** 2026-03-03\nIt is late.', ['Ferry stops', '2026-03-03 It is late.']],
      ['**Ferry stops** at nine\nIt is late.', undefined],
      ['**渡轮停航**（港务局）— 九点停。', ['渡轮停航', '（港务局）— 九点停。']],
      ['**Ferry stops** (Gazette, 3 March). It is late.', ['Ferry stops', '(Gazette, 3 March) It is late.']],
      ['**Ferry stops** (for now). it is late.', undefined],
      ['**Ferry stops** *(3 March)* `new` — It is late.', ['Ferry stops', '(3 March) new — It is late.']],
      ['**Ferry stops** `new` is late.', undefined],
      ['**Ferry stops** (Gazette)\nIt is late.', ['Ferry stops', '(Gazette) It is late.']],
      [
        '**Ferry stops** ([Gazette](u), 3 March)\nIt is late.',
        ['Ferry stops', '(Gazette, 3 March) It is late.'],
      ],
      ['[Ferry stops](u) (Gazette)\nIt is late.', ['Ferry stops', '(Gazette) It is late.']],
      ['[Ferry stops](u) (Gazette)\nand is late.', undefined],
      ['[Ferry stops](u)\nIt is late.', ['Ferry stops', 'It is late.']],
      ['[Ferry stops](u)\nharbour.example · 12 points', ['Ferry stops', 'harbour.example · 12 points']],
      ['[Ferry stops](u)\nby Ann | Gazette\nit is late.', ['Ferry stops', 'by Ann | Gazette it is late.']],
      ['[Ferry stops](u)\nby Ann, and late. Gazette · Courier', undefined],
      ['[Ferry stops](u).\nIt is late.', undefined],
      ['**Trade unions** say\nNo to it.', undefined],
    ]);
  });

  it('is not recognized if the sentence continues after it, or if no text follows', () => {
    check([
      ['**L** t', undefined],
      ['**L,** t', undefined],
      ['**L;** t', undefined],
      ['**L**-t', undefined],
      ['**L**. t', undefined],
      ['**L**. ❤️', undefined],
      ['*L*. Tt', undefined],
      ['**L**\n— t', undefined],
      ['**L: a** t', undefined],
      ['**L** is so: t', undefined],
      ['**L:**', undefined],
      ['**L:** ![](x.png)', undefined],
      ['**:** t', undefined],
      ['a **L:** t', undefined],
      ['`L`: t', undefined],
      ['~~L~~: t', undefined],
    ]);
  });

  it('may be italic, but not before a full stop', () => {
    check([
      ['_L_: t', ['L', 't']],
      ['*L:* t', ['L', 't']],
      ['*L* — t', ['L', 't']],
      ['***L:*** t', ['L', 't']],
      ['*L.* t', undefined],
      ['*L?* t', undefined],
      ['*L: a* t', undefined],
    ]);
  });

  it('may be a link, live or not, with a colon or a separate dash', () => {
    check([
      ['[L](https://a.example): t', ['L', 't']],
      ['[L](https://a.example)｜t', ['L', 't']],
      ['**L**｜t', ['L', 't']],
      ['[L](./a.md): t', ['L', 't']],
      ['[*L*](https://a.example) — t', ['L', 't']],
      ['[L](https://a.example) - t', ['L', 't']],
      ['**[L](https://a.example):** t', ['L', 't']],
      ['[L](https://a.example)—which was t', undefined],
      ['[L](https://a.example)- t', undefined],
      ['[L:](https://a.example) t', undefined],
      ['[L.](https://a.example) t', undefined],
      ['[L](https://a.example) t', undefined],
      ['[L](https://a.example) is so: t', undefined],
    ]);
  });

  it('may be a link after a tag, which is part of it', () => {
    check([
      ['**NEW** [L](https://a.example) — t', ['NEW L', 't']],
      ['**[Harbour]**  [L](https://a.example): t', ['[Harbour] L', 't']],
      ['[Harbour] [**L**](https://a.example) - t', ['[Harbour] L', 't']],
      ['`updated` [L](https://a.example) · t', ['updated L', 't']],
      ['【港】 [L](https://a.example) — t', ['【港】 L', 't']],
      ['【港】[L](https://a.example)：t', ['【港】L', 't']],
      ['**【港】**[L](https://a.example) — t', ['【港】L', 't']],
      ['[Harbour][L](https://a.example): t', undefined],
      ['**Ann** [L](https://a.example) — t', undefined],
      ['new [L](https://a.example) — t', undefined],
      ['`std::vec` [L](https://a.example) — t', undefined],
      ['[Harbour] [L](https://a.example) is so — t', undefined],
    ]);
  });

  it('keeps its tokens, so that links in it stay links', () => {
    const types = (markdown: string) => labelOfItem(wordsOf(markdown), false)?.name.map(({ type }) => type);
    assert.deepEqual(types('[L](https://a.example): t'), ['link_open', 'text', 'link_close']);
    assert.deepEqual(types('**[L](https://a.example):** t')?.slice(0, 3), [
      'link_open',
      'text',
      'link_close',
    ]);
    assert.deepEqual(types('**L**: t'), ['text']);
    assert.deepEqual(types('L: t'), ['text']);
  });
});

describe('A label without formatting', () => {
  it('does not end inside a title with a colon', () => {
    check([
      ['《渡轮：新章》将于三月上映', undefined],
      ['【港口：今日】渡轮停了', undefined],
      ['《渡轮》：三月上映', ['《渡轮》', '三月上映']],
    ]);
    check([['《渡轮：新章》将于三月上映', undefined]], true);
  });

  it('has one to three words, or more words in title case', () => {
    check([
      ['L: t', ['L', 't']],
      ['One two three: t', ['One two three', 't']],
      ['One two three four: t', undefined],
      ['One Two for Three: t', ['One Two for Three', 't']],
      ['One Two with Three: t', undefined],
      ['渡轮：响了', ['渡轮', '响了']],
      ['12: t', ['12', 't']],
      ['one: t', undefined],
      ['🎉: t', undefined],
      [': t', undefined],
      ['L:', undefined],
      ['L:t', undefined],
    ]);
  });

  it('may be before a dash if there is only one dash', () => {
    check([
      ['L — t', ['L', 't']],
      ['L – t', ['L', 't']],
      ['L — a — b', undefined],
      ['L — a – b', undefined],
      ['L - t', undefined],
      ['L—t', undefined],
      ['l — t', undefined],
      ['One two three four — t', undefined],
      [`${'A'.repeat(60)} — t`, ['A'.repeat(60), 't']],
      [`${'A'.repeat(61)} — t`, undefined],
    ]);
  });

  it('does not end in the name of an emoji', () => {
    check([
      [':tada: It stops', undefined],
      ['It stops :tada: now', undefined],
      ['Ferry: :tada: t', ['Ferry', ':tada: t']],
    ]);
  });

  it('ends at the first colon that is not in a time or an address', () => {
    check([
      ['L: t: u', ['L', 't: u']],
      ['At 10:30: t', ['At 10:30', 't']],
      ['At 10:30 t', undefined],
      ['L: t — u', ['L', 't — u']],
      ['L: **t** u', ['L', 't u']],
    ]);
  });

  it('must have balanced brackets and quotation marks, and not be a clause', () => {
    check([
      ['(L): t', ['(L)', 't']],
      ['"L": t', ['"L"', 't']],
      ['“L”: t', ['“L”', 't']],
      ['(L: t', undefined],
      ['[L: t', undefined],
      ['"L: t', undefined],
      ['「渡：t', undefined],
      ['渡，轮：t', undefined],
      ['渡。轮：t', undefined],
    ]);
  });
});

describe('A label by habit', () => {
  it('may be any words before an early colon', () => {
    check(
      [
        ['a longer name for it (short): t', ['a longer name for it (short)', 't']],
        ['one, two and four: t', ['one, two and four', 't']],
        [`${'a'.repeat(79)}: t`, ['a'.repeat(79), 't']],
        ['a longer name for (it: t', undefined],
        ['a longer name — t', undefined],
        [`${'a'.repeat(90)}: t`, undefined],
      ],
      true,
    );
  });

  it('is recognized if half of the list’s items, and at least two, have an early colon', () => {
    const labels = (...lines: string[]) => takeawaysOf(...lines).map(({ label }) => label);
    const [A, B] = ['a name of more words', 'another name of words'];
    assert.deepEqual(labels(`- ${A}: t`, `- ${B}: t`, '- c', '- d'), [A, B, undefined, undefined]);
    assert.deepEqual(labels(`- ${A}: t`, `- ${B}: t`, '- c', '- d', '- e'), Array(5).fill(undefined));
    assert.deepEqual(labels(`- ${A}: t`), [undefined]);
    assert.deepEqual(labels(`- ${A}: t`, '- b'), [undefined, undefined]);
  });

  it('counts colons at the end of a word, near the start of plain text', () => {
    for (const words of ['a: t', 'a:', '渡轮：t', `${'a'.repeat(79)}: t`])
      assert.equal(hasEarlyColon(wordsOf(words)), true, words);
    for (const words of ['a', ': t', 'at 10:30', '**a:** t', `${'a'.repeat(90)}: t`])
      assert.equal(hasEarlyColon(wordsOf(words)), false, words);
    assert.equal(hasEarlyColon([]), false);
  });

  it('may end at a Chinese dash, but not at a full stop', () => {
    check([
      ['**渡轮停航** —— 九点之后没有船。', ['渡轮停航', '九点之后没有船。']],
      ['*Ferry stops* —— It is late.', ['Ferry stops', 'It is late.']],
      ['**Ferry stops!**.', undefined],
      ['**Ferry stops!** It is late.', ['Ferry stops!', 'It is late.']],
    ]);
  });
});

describe('A headline above nothing but a picture', () => {
  it('is the text of its item', () => {
    for (const headline of [
      'The last ferry',
      '**The last ferry**',
      '**The last ferry:**',
      '[The last ferry](https://a.example)',
    ]) {
      const [item] = takeawaysOf(`- ${headline}`, '', '  ![](a.png)', '', '- The crane comes.');
      assert.deepEqual([item?.label, item?.text], [undefined, 'The last ferry'], headline);
    }
    const [named] = takeawaysOf('- The last ferry', '', '  ![a map](a.png)', '', '- The crane comes.');
    assert.deepEqual([named?.label, named?.text], ['The last ferry', 'a map']);
  });
});
