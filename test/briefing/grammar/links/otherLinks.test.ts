import assert from 'node:assert/strict';
import { writeBriefing } from '../../../../src/briefing/writeBriefing.ts';
import { read, takeawaysOf } from '../../support/fixture.ts';
import { assertSameBriefing } from '../../support/sameBriefing.ts';

const linkOf = (line: string) => {
  const [{ text, references } = { text: '', references: [] }] = takeawaysOf(`- It is said: ${line} by Ann`);
  return [text.replace(/^.*said: /, ''), ...references.map(({ title, url }) => `${title} ${url ?? ''}`)];
};

describe('The target of a link', () => {
  it('has no invisible characters at its start and end', () => {
    const target = (address: string) => takeawaysOf(`- It is [said](${address}) so.`)[0]?.references[0]?.url;
    assert.equal(target('\u202ahttps://a.example/x\u202c'), 'https://a.example/x');
    assert.equal(target('https://a.example/x\u200b'), 'https://a.example/x');
    assert.equal(target('https://a.exa\u202emple/x'), undefined);
  });
});

describe('Links that are not Markdown', () => {
  it('may be AsciiDoc: an address with its text', () => {
    const expected = ['Ferry stops by Ann', 'Ferry stops https://a.example/b'];
    assert.deepEqual(linkOf('https://a.example/b[Ferry stops]'), expected);
    assert.deepEqual(linkOf('link:https://a.example/b[Ferry stops^]'), expected);
    assert.deepEqual(linkOf('https://a.example/b[Ferry stops,window=_blank]'), expected);
    const [takeaway] = takeawaysOf('- https://a.example/b[Ferry stops]: from Monday');
    assert.equal(takeaway?.label, 'Ferry stops');
  });

  it('may have one word or a version as text in AsciiDoc, after an address with a path', () => {
    assert.deepEqual(linkOf('https://a.example/b[Ferry]'), ['Ferry by Ann', 'Ferry https://a.example/b']);
    assert.equal(linkOf('https://a.example/b/[1.2.0]')[0], '1.2.0 by Ann');
    const [takeaway] = takeawaysOf('- More: https://a.example/b[Ferry]');
    assert.deepEqual(takeaway?.references[0]?.url, 'https://a.example/b');
    for (const address of ['https://a.example/b[1]', 'https://a.example/?b[c]'])
      assert.equal(linkOf(address)[0], `${address} by Ann`);
  });

  it('may be reStructuredText: text with an address', () => {
    assert.deepEqual(linkOf('`Ferry stops <https://a.example/b>`_'), [
      'Ferry stops by Ann',
      'Ferry stops https://a.example/b',
    ]);
    assert.deepEqual(linkOf('`Ferry stops <ferry.rst>`_'), ['Ferry stops by Ann']);
    assert.deepEqual(linkOf('`Ferry <javascript:a>`_'), ['Ferry by Ann']);
    assert.equal(linkOf('`a <b>` and')[0], 'a <b> and by Ann');
  });

  it('may be those of a chat: an address with its text', () => {
    for (const text of ['Ferry', 'The ferry stops'])
      assert.deepEqual(linkOf(`<https://a.example/b?c=1|${text}>`), [
        `${text} by Ann`,
        `${text} https://a.example/b?c=1`,
      ]);
    const briefing = read('# T', '', 'See https://a.example/b|Ferry there.');
    assertSameBriefing(read(...writeBriefing(briefing).split('\n')), briefing);
    assert.equal(linkOf('<javascript:a|Ferry>')[0], '<javascript:a|Ferry> by Ann');
    assert.equal(linkOf('<https://a.example/b>|Ferry')[0], 'https://a.example/b|Ferry by Ann');
  });

  it('may be Markdown with a space inside', () => {
    for (const address of ['(https://a.example/b)', '(<https://a.example/b>)'])
      assert.deepEqual(linkOf(`[Ferry stops] ${address},`), [
        'Ferry stops, by Ann',
        'Ferry stops https://a.example/b',
      ]);
    assert.equal(linkOf('[1] (https://a.example/b)')[0], '[1] (https://a.example/b) by Ann');
    assert.equal(linkOf('[Ferry] (at https://a.example/b)')[0], '[Ferry] (at https://a.example/b) by Ann');
  });

  it('may have spaces in their address', () => {
    assert.deepEqual(linkOf('![](https://a.example/the ferry.png) Ferry')[0], 'Ferry by Ann');
    assert.deepEqual(linkOf('[Ferry *stops*](https://a.example/the last ferry.html)'), [
      'Ferry stops by Ann',
      'Ferry stops https://a.example/the%20last%20ferry.html',
    ]);
    assert.deepEqual(linkOf('[write to us](mailto:ann@a.example?subject=Ferry news)'), [
      'write to us by Ann',
      'write to us mailto:ann@a.example?subject=Ferry%20news',
    ]);
    assert.equal(linkOf('![Ferry](https://a.example/the ferry.png)')[0], 'Ferry by Ann');
    const titled = linkOf('[Ferry](https://a.example/b "the last")');
    assert.deepEqual(titled, ['Ferry by Ann', 'Ferry https://a.example/b']);
    assert.match(linkOf('[Ferry](https://a.example the last)')[0] ?? '', /the last\) by Ann$/);
    assert.match(linkOf('[Ferry](javascript:a b)')[0] ?? '', /^\[Ferry\]/);
  });

  it('of reStructuredText may have any mark behind them', () => {
    const text =
      '`Ferry <https://a.example>`_, `Tug <https://b.example>`_! `Crane <https://c.example>`__; go';
    assert.deepEqual(
      read('# T', '', text).references.map(({ title }) => title),
      ['Ferry', 'Tug', 'Crane'],
    );
    assert.equal(read('# T', '', 'An _`a`_, _see `b`_! go').lede, 'An _`a`_, _see `b`_! go');
  });

  it('are not recognized in code, or if a number is a citation', () => {
    assert.equal(linkOf('`Ferry <https://a.example/b>`')[0], 'Ferry <https://a.example/b> by Ann');
    assert.equal(linkOf('<https://a.example/b> [Ferry]')[0], 'https://a.example/b [Ferry] by Ann');
    const { problems } = read('Words <https://a.example/b>[1].', '', '## Sources', '', '1. Ann');
    assert.deepEqual(problems, []);
  });
});
