import assert from 'node:assert/strict';
import { allTakeaways, read } from '../../support/fixture.ts';

/** The sections in `## News`, and their number of stories. */
const parts = (...lines: string[]): readonly [readonly string[], number] => {
  const briefing = read('# Title', '', '## News', '', ...lines, '', '## Weather', '', 'It rains.');
  const titles = briefing.sections[0]?.sections.map(({ title }) => title) ?? [];
  return [titles, allTakeaways(briefing).length];
};

describe('Lines that each name the list below', () => {
  it('are headings, with or without a blank line or a colon', () => {
    const lists = (one: string, other: string) =>
      parts(one, '', '- The ferry stops.', '- The tug comes.', '', other, '- The crane falls.');
    assert.deepEqual(lists('**Ports**', '__Cranes__'), [['Ports', 'Cranes'], 3]);
    assert.deepEqual(lists('**Ports:**', '**Cranes**:'), [['Ports', 'Cranes'], 3]);
    assert.deepEqual(lists('Old Ports:', 'Cranes:'), [['Old Ports', 'Cranes'], 3]);
    assert.deepEqual(lists('渡轮：', '起重机：'), [['渡轮', '起重机'], 3]);
    assert.deepEqual(lists('**① 渡轮**', '**② 起重机**'), [['① 渡轮', '② 起重机'], 3]);
    assert.deepEqual(lists('**1. Ferry stops**', '**2. Crane falls**'), [[], 2]);
    assert.deepEqual(lists('These ports stop:', 'Others go on:')[0], []);
    assert.deepEqual(lists('今天停航的港口如下所示：', '明天停航的港口如下所示：')[0], []);
  });

  it('are headings beside one that names the key takeaways', () => {
    const list = ['- The ferry stops.', '- The tug comes.', ''];
    assert.deepEqual(parts(...list, '**Key points**', '', ...list, '**Rumors**', '', ...list), [
      ['Key points', 'Rumors'],
      6,
    ]);
    assert.deepEqual(parts('**News**', '', ...list, '**Key takeaways**', '', ...list)[0], [
      'News',
      'Key takeaways',
    ]);
  });

  it('are headings with a colon below words, too, if the first names the key takeaways', () => {
    const list = ['', '- The ferry stops.', '- The tug comes.', ''];
    assert.deepEqual(parts('Late.', '', 'Highlights:', ...list, 'Rumors:', ...list), [
      ['Highlights', 'Rumors'],
      4,
    ]);
    assert.deepEqual(parts('Late.', '', 'Ferries:', ...list, 'Rumors:', ...list)[0], []);
  });

  it('are headings alone right between two lists, with a colon if they are in bold', () => {
    const list = ['- The ferry stops.', '- The tug comes.', ''];
    assert.deepEqual(parts(...list, '**To do this week**', '', ...list), [['To do this week'], 4]);
    assert.deepEqual(parts(...list, '**Why:**', '', ...list)[0], []);
    for (const name of ['**To come**:', '**To come** :'])
      assert.deepEqual(parts(...list, name, '', ...list), [['To come'], 4], name);
    assert.deepEqual(parts(...list, 'To come:', '', ...list)[0], []);
    assert.deepEqual(parts(...list, '**Details**', '', ...list)[0], []);
    assert.deepEqual(parts(...list, 'It goes on.', '', '**To do**', '', ...list)[0], []);
  });

  it('are headings alone between a rule and a list, at the level of the heading above', () => {
    const list = ['- The ferry stops.', '- The tug comes.', ''];
    const inNews = (...lines: string[]) =>
      read('# Title', '', '## News', '', '### One', '', ...lines).sections[0]?.sections.map(
        ({ title, takeaways }) => [title, takeaways.length],
      );
    assert.deepEqual(inNews('Late.', '', '---', '', '**Elsewhere**', '', ...list), [
      ['One', 0],
      ['Elsewhere', 2],
    ]);
    assert.equal(inNews('---', '', '**Elsewhere**', '', ...list)?.length, 1);
    assert.deepEqual(
      inNews('Late.', '', '---', '', '**Ports**', '', ...list, '---', '', '**Tugs**', '', ...list),
      [['One', 0]],
    );
    assert.equal(inNews('Late.', '', '---', '', '**Elsewhere:**', '', ...list)?.length, 1);
  });

  it('are headings beside two others, even if they name a part', () => {
    const list = ['', '- The ferry stops.', '- The tug comes.', ''];
    const discussed = (line: string) => parts('**Ports**', ...list, '**Cranes**', ...list, line, ...list)[0];
    assert.deepEqual(discussed('**Discussion**'), ['Ports', 'Cranes', 'Discussion']);
    assert.deepEqual(discussed('**Discussion:**'), ['Ports', 'Cranes']);
    assert.deepEqual(parts('**Ports**', ...list, '**Discussion**', ...list)[0], []);
  });

  it('are not headings if one is alone, recurs, names a part, or most have no list', () => {
    const [port, crane] = ['- The ferry stops.', '- The crane falls.'];
    assert.deepEqual(parts('**Ports**', '', port, '', 'And so on.')[0], []);
    assert.deepEqual(parts('Late.', '', '**Details**', '', port, '', '**Details**', '', crane)[0], []);
    assert.deepEqual(parts('Late.', '', '**Ports:**', '', port, '', '**Cranes:**', '', crane)[0], []);
    const prose = ['**Tugs**', 'All of them.', '**Boats**', 'None.', '**Gulls**', 'Some.'];
    const apart = prose.flatMap((line) => [line, '']);
    assert.deepEqual(parts('**Ports**', '', port, '', '**Cranes**', '', crane, '', ...apart)[0], []);
  });

  it('are not headings if they are sentences, or above lists or stories', () => {
    const [port, crane] = ['- The ferry stops.', '- The crane falls.'];
    assert.deepEqual(parts('**All ports stop.**', '', port, '', '**Two cranes fall.**', '', crane)[0], []);
    const story = '**Ferry** — It stops.';
    assert.deepEqual(parts('**Ports (3 slots)**', '', story)[0], ['Ports (3 slots)']);
    assert.deepEqual(parts('**All of it stops. The office says so**', '', story)[0], []);
    assert.deepEqual(parts('**渡轮停了。起重机也停了**', '', '**渡轮。**停了。')[0], []);
  });

  it('are not headings if the lists have the same labels', () => {
    const list = ['- Price: 3', '- Place: here', ''];
    assert.deepEqual(parts('**One**', '', ...list, '**Two**', '', ...list, '**Three**', '', ...list)[0], []);
  });
});
