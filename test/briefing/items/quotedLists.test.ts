import assert from 'node:assert/strict';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { read } from '../support/fixture.ts';

/** The items of a text: `• label | text`. */
function items(...lines: string[]): string[] {
  return readingItems(read('# T', '', ...lines)).map(
    ({ kind, label = '', text }) => `${kind === 'takeaway' ? '•' : '¶'} ${label} | ${text}`,
  );
}

const BOLD = ['> 1. **Ferry stops.** It is late.', '>', '> 2. **Crane comes** — It is tall.'];

describe('A list in a quotation that is all of its section', () => {
  it('has stories if its items have bold leads, below a lead-in or not', () => {
    const told = ['• Ferry stops | It is late.', '• Crane comes | It is tall.'];
    assert.deepEqual(items('## Insight', '', ...BOLD), told);
    assert.deepEqual(items('## Insight', '', '> **两件事：**', '>', ...BOLD, '', '---'), [
      '• Ferry stops | 两件事：\nIt is late.',
      ...told.slice(1),
    ]);
  });

  it('has key takeaways in any form', () => {
    const quoted = ['> - The ferry stops.', '> - The crane comes.'];
    const told = ['•  | The ferry stops.', '•  | The crane comes.'];
    assert.deepEqual(items('## Key Takeaways', '', ...quoted), told);
    assert.deepEqual(items('## Key Takeaways', '', '> **Today**', '>', ...quoted), [
      '•  | Today\nThe ferry stops.',
      ...told.slice(1),
    ]);
  });

  it('is quoted text if anything else is in the section or the quotation, or if its items are parts or sentences', () => {
    for (const lines of [
      [...BOLD, '', 'So says the office.'],
      ['> The office has said so.', '>', ...BOLD],
      [...BOLD, '>', '> So says the office.'],
      BOLD.slice(0, 1),
      ['> - **What:** A ferry that stops.', '> - **Why it matters:** It is late.'],
      ['> - The **ferry** stops.', '> - The **crane** comes.'],
    ])
      assert.match(items('## Insight', '', ...lines).join(), /^¶ Insight [^•]*$/, lines.join('\n'));
  });
});

describe('Quotations that begin with bold labels', () => {
  const told = ['• Ferries | They stop.\nSo they say.', '• 起重机 | 很旧。'];
  const [one, more, two] = ['> **Ferries:** They stop.', '> So they say.', '> **起重机**：很旧。'];

  it('are stories if they are all of a section, in one quotation or in several', () => {
    assert.deepEqual(items('## Insight', '', one, '>', more, '', two), told);
    assert.deepEqual(items('## Insight', '', one, '>', more, '>', two, '', '---', '', 'Saved at nine.'), [
      ...told,
      '¶ Insight | Saved at nine.',
    ]);
  });

  it('are quoted text if anything else is in the section, if a label comes again, or if it names a part', () => {
    for (const lines of [
      [one],
      [one, '', 'They do.', '', two],
      [one, '', two, '', 'They do.'],
      [more, '', one, '', two],
      ['> **Ann:** They stop.', '>', '> **Bob:** Who?', '>', '> **Ann:** They.'],
      ['> **Why it matters:** They stop.', '', '> **Source:** Gazette'],
      ['> **They** stop.', '', '> **Cranes** are old.'],
    ])
      assert.doesNotMatch(items('## Insight', '', ...lines).join(), /•/, lines.join('\n'));
  });
});

describe('A quotation above the first heading', () => {
  const quoted = (name: string) => [name, '> - The ferry stops.', '> - The crane comes.', ''];
  const below = ['## Ferries', '', 'They stop.'];
  const sectionsOf = (...lines: string[]) =>
    read('# T', '', ...lines).sections.map(
      ({ title, kind, takeaways }) => `${title} ${kind} ${takeaways.length}`,
    );

  it('is a section of key takeaways if it is their name and a list', () => {
    for (const [name, title] of [
      ['> **Key Takeaways**', 'Key Takeaways'],
      ['> 📌 **TL;DR:**', '📌 TL;DR'],
      ['> ## 要点', '要点'],
      ['> [!summary]- Resumen', 'Resumen'],
    ] as const)
      for (const rule of [[], ['---', '']])
        assert.deepEqual(sectionsOf('It is late.', '', ...quoted(name), ...rule, ...below), [
          `${title} takeaways 2`,
          'Ferries prose 0',
        ]);
  });

  it('stays in the text above it if it is not right above it, or has another name or more text', () => {
    for (const lines of [
      [...quoted('> **Key Takeaways**'), 'So says the office.', ''],
      quoted('> **The office**'),
      ['> **Key Takeaways**', '>', '> The ferry stops.', ''],
      [...quoted('> **Key Takeaways**').slice(0, -1), '>', '> So says the office.', ''],
    ])
      assert.deepEqual(sectionsOf(...lines, ...below), ['Ferries prose 0'], lines.join('\n'));
  });
});

describe('Text below two quotations with bold leads', () => {
  const quoted = (title: string) => [`> **${title}**`, '>', '> It is late.', '>', '> — Gazette', ''];

  it('belongs to neither', () => {
    const told = ['• Ferry stops | It is late.\n— Gazette', '• Crane comes | It is late.\n— Gazette'];
    assert.deepEqual(items(...quoted('Ferry stops'), ...quoted('Crane comes'), 'I like that.'), [
      ...told,
      '¶ T | I like that.',
    ]);
    // With such text below each, it does.
    assert.equal(
      items(...quoted('Ferry stops'), 'Good.', '', ...quoted('Crane comes'), 'I like that.').length,
      2,
    );
  });
});
