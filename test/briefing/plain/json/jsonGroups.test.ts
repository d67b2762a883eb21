import assert from 'node:assert/strict';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';
import { checkBriefing } from '../../support/checkBriefing.ts';
import { allTakeaways } from '../../support/fixture.ts';

function readJson(value: unknown) {
  const text = JSON.stringify(value, undefined, 2);
  const briefing = parseBriefing(text, '2026-03-02.json');
  checkBriefing(briefing, text);
  return briefing;
}

describe('JSON that a program writes', () => {
  it('has texts that are given in several languages, of which the translation counts', () => {
    const repo = (name: string, description: Record<string, string>) => ({
      name,
      url: `https://a.example/${name}`,
      description,
    });
    const briefing = readJson({
      repos: [
        repo('ann/ferry', { en: 'The ferry stops at nine.', zh: '渡轮从周一起九点停航。' }),
        repo('bob/crane', { 'zh-CN': '起重机从北方来了。', en: 'The crane has come from the north.' }),
      ],
    });
    assert.deepEqual(
      allTakeaways(briefing).map(({ label, text }) => [label, text.split('\n')[0]]),
      [
        ['ann/ferry', '渡轮从周一起九点停航。'],
        ['bob/crane', '起重机从北方来了。'],
      ],
    );
  });

  it('has sections under any key, where all in a list hold stories', () => {
    const story = (title: string) => ({
      title,
      url: `https://a.example/${title}`,
      summary: 'It is late.',
    });
    const briefing = readJson({
      count: 3,
      runs: [
        { label: 'Morning', time: '07:00', articles: [story('Ferry'), story('Crane')] },
        { label: 'Evening', time: '19:00', articles: [story('Gate')] },
      ],
    });
    assert.deepEqual(
      briefing.sections.map(({ title, takeaways }) => [title, takeaways.map(({ label }) => label)]),
      [
        ['Morning', ['Ferry', 'Crane']],
        ['Evening', ['Gate']],
      ],
    );
  });
});
