import assert from 'node:assert/strict';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { read } from '../support/fixture.ts';

/** The items of a section: `label: text`. */
function items(...lines: string[]): string[] {
  return readingItems(read('# T', '', '## A', '', ...lines)).map(
    ({ label, text }) => `${label ?? ''}: ${text}`,
  );
}

const STORIES = ['Ferry stops: at nine: Summary: It is late.', 'Crane comes: Summary: It is tall.'];

describe('The field of a headline', () => {
  it('gives the label of each record in a list', () => {
    assert.deepEqual(
      items(
        '1. **Title:** Ferry stops: at nine',
        '   **Summary:** It is late.',
        '2. **Title:** Crane comes',
        '   **Summary:** It is tall.',
      ),
      STORIES,
    );
    assert.deepEqual(
      items(
        '- Headline: Ferry stops',
        '  - Summary: It is late.',
        '- Headline: Crane comes',
        '  - Summary: Tall.',
      ),
      ['Ferry stops: Summary: It is late.', 'Crane comes: Summary: Tall.'],
    );
    assert.deepEqual(
      items('- **标题**：渡轮停运', '  **来源：** 港报', '- **标题**：起重机', '  **来源：** 港报'),
      ['渡轮停运: 来源： 港报', '起重机: 来源： 港报'],
    );
  });

  it('begins a story in a paragraph, with the parts below it', () => {
    const record = (title: string, text: string) => [
      `**Title:** ${title}`,
      '',
      `**Summary:** ${text}`,
      '',
      '---',
      '',
    ];
    const lines = [...record('Ferry stops: at nine', 'It is late.'), ...record('Crane comes', 'It is tall.')];
    assert.deepEqual(items(...lines), STORIES);
    const plain = (title: string, text: string) => [`Title: ${title}`, `Summary: ${text}`, ''];
    assert.deepEqual(
      items(...plain('Ferry stops: at nine', 'It is late.'), ...plain('Crane comes', 'It is tall.')),
      STORIES,
    );
    // One alone is a field of the text.
    assert.deepEqual(items(...plain('Ferry stops', 'It is late.')), [
      'A: Title: Ferry stops Summary: It is late.',
    ]);
    assert.doesNotMatch(renderBriefing(read('# T', '', '## A', '', ...lines)), /Title:/);
  });

  it('can be below other fields in bold, which come after the headline then', () => {
    const record = (title: string, text: string) => [
      ...['**Rubrique :** Ports', `**Titre :** ${title}`, `**Résumé :** ${text}`, '**Sources :**'],
      ...['- https://a.example/1', '- https://a.example/2', ''],
    ];
    const told = (text: string) =>
      `Rubrique : Ports Résumé : ${text} Sources :\nhttps://a.example/1\nhttps://a.example/2`;
    const [ferry, crane] = [record('Le bac : fini', 'Il est tard.'), record('La grue', 'Elle est là.')];
    const stories = [`Le bac : fini: ${told('Il est tard.')}`, `La grue: ${told('Elle est là.')}`];
    assert.deepEqual(items(...ferry, ...crane), stories);
    assert.deepEqual(items(...ferry, '## B', '', ...crane), stories);
    // One alone has the fields of its section.
    assert.match(items(...ferry)[0] ?? '', /^A: /);
    // A line between that is no field, or an author in plain words, is another form.
    const others = ferry.with(0, 'Le port dit :');
    assert.match(items(...others, ...others)[0] ?? '', /^A: /);
  });

  it('is a label like any other if not all items have it, or if nothing is after it', () => {
    assert.deepEqual(items('- **Title:** Ferry stops at nine', '- **Port:** Dublin, in the north'), [
      'Title: Ferry stops at nine',
      'Port: Dublin, in the north',
    ]);
    assert.deepEqual(items('- **Title:**', '  Ferry stops', '- **Title:**', '  Crane comes'), [
      'Title: Ferry stops',
      'Title: Crane comes',
    ]);
  });
});
