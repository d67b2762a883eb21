import assert from 'node:assert/strict';
import { closesChat, opensChat } from '../../../src/briefing/text/chat.ts';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { writeBriefing } from '../../../src/briefing/writeBriefing.ts';
import { read } from '../support/fixture.ts';
import { assertSameBriefing } from '../support/sameBriefing.ts';

describe('A remark of a language model around a briefing', () => {
  it('is recognized by how it starts', () => {
    for (const words of [
      'Sure! Here is your briefing:',
      'Certainly! Here’s a summary of today’s news:',
      'Here are the top stories. This digest has ten of them.',
      'Sure! Here’s your morning briefing…',
      'Aquí tienes el resumen de hoy:',
      '以下是今日简报：',
      'Segue o resumo do dia:',
      'Oto podsumowanie dnia:',
      'İşte günün özeti:',
      'Berikut ringkasan berita hari ini:',
      'Ось огляд новин:',
      'I have enough to produce the brief. The main themes are ferries and cranes.',
      'Now I have all the information that I need to write the digest.',
      'Let me compile the briefing.',
      'I’ll search for ferry news. Let me run both searches.\nI have enough. Let me write the digest.',
    ])
      assert.equal(opensChat(words), true, words);
    for (const words of [
      'Sure-footed sheep are back.',
      'Here comes the ferry',
      'I have enough of this news.',
      'I write this newsletter every week.',
      'I’ll start with the news of the day: the ferry stops.',
      'I’ll start this week’s briefing with an apology: it is late. Let me know what you think.',
      'Here is the news that matters: it stops and',
    ])
      assert.equal(opensChat(words), false, words);
    for (const words of ['Let me know if you want more!', '¿Quieres que busque más?', '需要我继续吗？'])
      assert.equal(closesChat(words), true, words);
    for (const words of ['Let it snow.', 'Happy holidays']) assert.equal(closesChat(words), false, words);
  });

  it('is shown, but is not the title, the lede or an item', () => {
    for (const lines of [
      ['Sure! Here is your briefing:', '', '# T', '', 'Prose.', '', 'Let me know if you want more!'],
      ['Sure! Here is your briefing…', '', '---', '', '# T', '', 'Prose.', '', '---', '', 'Shall I go on?'],
      ['# T', '', 'Sure! Here is your briefing:', '', 'Prose.', '', 'Let me know if you want more!'],
    ]) {
      const briefing = read(...lines);
      assert.deepEqual([briefing.title, briefing.lede], ['T', 'Prose.']);
      assert.deepEqual(
        readingItems(briefing).map(({ text }) => text),
        ['Prose.'],
      );
      const html = renderBriefing(briefing);
      assert.ok(html.includes('Here is your briefing') && /Let me know|Shall I/.test(html));
    }
  });

  it('ends in a colon right above the title, in any language', () => {
    for (const first of [
      'Il testo è salvato. Ecco tutto:',
      'La synthèse est prête :',
      'Tiivistelmä on valmis:',
    ])
      for (const rule of ['', '---\n']) {
        const briefing = read(first, '', rule, '# T', '', 'Prose.');
        assert.equal(briefing.lede, 'Prose.', first);
        assertSameBriefing(read(writeBriefing(briefing)), briefing);
      }
    for (const lines of [
      ['It is late.', '', '# T', '', 'Prose.'],
      ['Late:', '', 'Ann', '', '# T', '', 'Prose.'],
      ['Ferries:', '', '- It stops.', '', '# T', '', 'Prose.'],
      ['Stories:', '', '## A', '', 'Prose.', '', '## B', '', 'Prose.'],
    ])
      assert.ok(
        readingItems(read(...lines)).some(({ text }) => /^(?:It is late|Late|Ferries|Stories)/.test(text)),
        lines[0],
      );
  });

  it('has no link', () => {
    const last = 'Feel free to write to me on [Harbour Post](https://post.example/ann).';
    assert.deepEqual(
      readingItems(read('# T', '', 'Prose.', '', '## A', '', 'It stops.', '', last)).map(({ text }) => text),
      ['Prose.', 'It stops.\nFeel free to write to me on Harbour Post.'],
    );
    for (const first of [
      'Here is the news of [Gazette](https://a.example).',
      '这是[港报](https://a.example)的摘要。',
    ])
      assert.equal(
        readingItems(read('# T', '', first, '', '## A', '', 'It stops.'))[0]?.references[0]?.url,
        'https://a.example',
        first,
      );
  });

  it('is not an item if it is the only paragraph', () => {
    const briefing = read('# T', '', '## A', '', '- a', '- b', '', 'Would you like me to draw a map?');
    assert.deepEqual(
      readingItems(briefing).map(({ text }) => text),
      ['a', 'b'],
    );
    assert.equal(readingItems(read('Would you like me to draw a map?')).length, 1);
  });
});
