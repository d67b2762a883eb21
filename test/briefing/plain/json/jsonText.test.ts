import assert from 'node:assert/strict';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';
import { jsonTextOf } from '../../../../src/briefing/plain/json/jsonText.ts';
import { readingItems } from '../../../../src/briefing/readingItems.ts';

const BRIEFING = {
  title: 'Harbour brief',
  sections: [
    {
      title: 'Ferries',
      stories: [
        {
          headline: 'Night ferry',
          body: 'It stops.',
          sources: [{ name: 'Port', url: 'https://port.example/1' }],
        },
        { headline: 'Crane', body: 'It turns,]} again.' },
      ],
    },
  ],
};
const JSON_TEXT = JSON.stringify(BRIEFING, undefined, 2);

function told(text: string, name = 'a.md') {
  const briefing = parseBriefing(text, name);
  return {
    title: briefing.title,
    items: readingItems(briefing).map(({ label, text }) => label ?? text),
    codes: briefing.problems.map(({ code }) => code),
  };
}

/** In ms: many times longer than any of them takes, even on a busy machine. */
const LONG = 20_000;

const WHOLE = { title: 'Harbour brief', items: ['Night ferry', 'Crane'], codes: [] };

describe('JSON as a language model writes it', () => {
  it('may be between fences, with a remark above or below', () => {
    for (const text of [
      `\`\`\`json\n${JSON_TEXT}\n\`\`\`\n`,
      `\`\`\`\n${JSON_TEXT}\n\`\`\``,
      `~~~JSON\r\n\r\n${JSON_TEXT.replaceAll('\n', '\r\n')}\r\n~~~\r\n`,
      `Here is your briefing:\n\n\`\`\`json\n${JSON_TEXT}\n\`\`\`\n\nLet me know if you would like more.\n`,
      `Here is your briefing:\n\n${JSON_TEXT}\n`,
      `\ufeff\n${JSON_TEXT}`,
    ])
      assert.deepEqual(told(text), WHOLE, text);
  });

  it('has the ranges of its items in the original text', () => {
    const text = `Here is the brief:\n\n\`\`\`json\n${JSON_TEXT}\n\`\`\`\n`;
    const lines = text.split('\n');
    const items = readingItems(parseBriefing(text, 'a.md'));
    assert.equal(items.length, 2);
    for (const { label = '', range } of items)
      assert.ok(
        lines
          .slice(range.start.line, range.end.line + 1)
          .join('\n')
          .includes(label),
        label,
      );
  });

  it('may have a trailing comma', () => {
    assert.deepEqual(told(JSON_TEXT.replace(/[}\]](?=\n *[}\]])/g, '$&,')), WHOLE);
    const { codes } = told(JSON_TEXT.replace('"Crane"', '"Crane,}"').replace(/\}\n/g, '},\n'));
    assert.deepEqual(codes, []);
  });

  it('is parsed as far as possible if it is cut off anywhere', () => {
    const first = JSON_TEXT.indexOf('Night ferry');
    for (let end = first + 1; end < JSON_TEXT.length; end++) {
      const { title, items, codes } = told(JSON_TEXT.slice(0, end), 'a.json');
      assert.deepEqual([title, codes], ['Harbour brief', ['cut-json']], JSON_TEXT.slice(0, end));
      assert.ok(items[0]?.startsWith('N'));
    }
    const cut = JSON_TEXT.slice(0, -10).trimEnd();
    const { problems } = parseBriefing(`\`\`\`json\n${cut}\n\n`, 'a.md');
    assert.equal(problems[0]?.range.start.line, cut.split('\n').length);
  });

  it('is parsed as far as possible in a list of stories without sections', () => {
    const story = {
      headline: 'Night ferry',
      body: 'It stops.',
      sources: [{ name: 'Log', url: 'https://a.example' }],
    };
    const json = JSON.stringify({
      title: 'Harbour brief',
      stories: [story, { ...story, headline: 'Night bus' }],
    });
    for (let end = json.indexOf('},{"headline"') + 1; end < json.length; end++) {
      const { title, codes } = told(json.slice(0, end), 'a.json');
      assert.deepEqual([title, codes], ['Harbour brief', ['cut-json']], json.slice(0, end));
    }
  });

  it('may be cut off within an escape', () => {
    for (const end of ['\\', '\\u', '\\u00', '\\u00e', '\\n'])
      assert.deepEqual(JSON.parse(jsonTextOf(`{"a":"b${end}`)?.json ?? ''), {
        a: end === '\\n' ? 'b\n' : 'b',
      });
  });
});

describe('Any other text', () => {
  it('is not JSON if it contains anything else', () => {
    for (const text of [
      `# Ferries\n\n\`\`\`json\n${JSON_TEXT}\n\`\`\`\n`,
      `The file is as follows.\n\n\`\`\`json\n${JSON_TEXT}\n\`\`\`\n`,
      `\`\`\`json\n${JSON_TEXT}\n\`\`\`\n\nIt has two stories.\n`,
      '[Ferry](https://a.example) stops.\n',
      '{% include a.html %}\n',
    ])
      assert.equal(jsonTextOf(text), undefined, text);
  });

  it('is not a briefing because of a fence around it, or a missing end', () => {
    for (const text of ['```json\n{ "port": 80 }\n```\n', '{ "port": 80', '{ "sections": ['])
      assert.deepEqual(told(text, 'a.txt').codes, [], text);
    assert.deepEqual(told('{ "port": 80', 'a.json').codes, ['not-a-briefing']);
  });

  it('takes bounded time', () => {
    const cases: readonly (readonly [text: string, codes: readonly string[]])[] = [
      ['{"a":['.repeat(200_000), ['not-a-briefing', 'too-dense']],
      [`{"${'\\'.repeat(1_000_000)}`, ['not-a-briefing', 'too-dense']],
      [`[{"a": ${', '.repeat(500_000)}`, ['not-a-briefing']],
    ];
    for (const [text, codes] of cases) {
      const start = performance.now();
      assert.deepEqual(told(text, 'a.json').codes, codes, text.slice(0, 9));
      assert.ok(performance.now() - start < LONG, text.slice(0, 9));
    }
  });
});
