import assert from 'node:assert/strict';
import { withShortcodeItems } from '../../../../src/briefing/plain/formats/shortcodes.ts';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { read, takeawaysOf } from '../../support/fixture.ts';

describe('A text between a shortcode and its end', () => {
  it('is an item if another of the name is right below', () => {
    assert.deepEqual(
      withShortcodeItems([
        '{{% news %}}',
        '',
        'It stops.',
        '',
        'At nine.',
        '{{% /news %}}',
        '{{< news >}}',
        'So.',
        '{{< /news >}}',
      ]),
      ['', '', '- It stops.', '', '  At nine.', '', '', '- So.', ''],
    );
    const briefing = read(
      ...[
        '# T',
        '',
        '## A',
        '',
        'Before.',
        '',
        '{{% news %}}',
        'It [stops](https://a.example).',
        '{{% /news %}}',
        '',
      ],
      ...[
        '{{% news %}}',
        'Late.',
        '{{% /news %}}',
        '## B',
        '',
        '{{% news %}}',
        'Alone.',
        '{{% /news %}}',
        '',
        'After.',
      ],
    );
    assert.deepEqual(
      readingItems(briefing).map(({ text, range }) => [text, range.start.line]),
      [
        ['Before.', 4],
        ['It stops.', 7],
        ['Late.', 11],
        ['Alone.', 16],
        ['After.', 19],
      ],
    );
  });

  it('has the quoted title as its label, and the address of a link as its source', () => {
    const items = takeawaysOf(
      ...['{{% event "3 March, \\"17:00\\"" "https://a.example/1" %}}', 'It stops.', '{{% /event %}}', ''],
      ...[
        '{{< event title="Tug" link="https://a.example/2" last=1 image="https://a.example/i.png" >}}',
        'It sails.',
        '',
      ],
      ...[
        '- Late',
        '{{< /event >}}',
        '',
        '{{< event warning url=https://a.example/3 >}}',
        'Soon.',
        '{{< /event >}}',
      ],
    );
    assert.deepEqual(
      items.map(({ label, text, references }) => [
        label,
        text.split(/\s(?=http|Late)/)[0],
        references.map(({ url }) => url),
      ]),
      [
        ['3 March, "17:00"', 'It stops.', ['https://a.example/1']],
        ['Tug', 'It sails.', ['https://a.example/2']],
        [undefined, 'Soon.', ['https://a.example/3']],
      ],
    );
  });

  it('stays as it is if the next is elsewhere, and if it is a part of a page, a list or code', () => {
    const tip = ['{{< tip >}}', 'It stops.', '{{< /tip >}}', ''];
    const twice = (name: string, ...text: string[]) => {
      const part = [`{{< ${name} >}}`, ...text, `{{< /${name} >}}`, ''];
      return [...part, ...part];
    };
    for (const lines of [
      [...tip, 'And so on.', '', ...tip],
      ['', '```', ...tip, ...tip, '```'],
      twice('part', '## Ferries', '', 'It stops.'),
      twice('part', '- It stops.'),
      twice('part', '<b>It stops.</b>'),
      twice('part'),
      ['{{< tip >}}', 'It stops.', '{{< /tips >}}', '', ...tip],
    ])
      assert.deepEqual(withShortcodeItems(lines), lines);
  });
});
