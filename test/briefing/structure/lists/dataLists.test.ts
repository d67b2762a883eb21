import assert from 'node:assert/strict';
import { allSections, read } from '../../support/fixture.ts';

describe('A list of data', () => {
  it('is one passage, and is not recognized by names that recur in news', () => {
    const counts = (...lines: string[]) =>
      allSections(read('# T', '', ...lines).sections).map(({ takeaways }) => takeaways.length);
    const file = (name: string) => [
      `## ${name}`,
      '',
      '- SHA256 hash: 0a1b2c',
      '- File size: 820 bytes',
      `- File name: ${name}.zip`,
      '',
    ];
    assert.deepEqual(counts(...file('One'), ...file('Two')), [0, 0]);
    const news = (name: string) => [
      `## ${name}`,
      '',
      '- **HumDex:** Humanoids learn with ease.',
      '- **ComFree:** A new physics engine is out.',
      '',
    ];
    assert.deepEqual(counts(...news('One'), ...news('Two')), [2, 2]);
    // Languages without spaces say much in one word; and the same headlines may recur as links.
    const linked = (name: string) => [
      `## ${name}`,
      '',
      ...['渡轮九点停航', '新的起重机到港'].flatMap((title, i) => [
        `${i + 1}. [${title}](https://a.example/${i})`,
        `   **看点**：${name}，港口办公室说下周恢复。`,
        '',
      ]),
    ];
    assert.deepEqual(counts(...linked('One'), ...linked('Two')), [2, 2]);
  });

  it('is not recognized by the digits of addresses, which are the sources of titles', () => {
    const count = (values: readonly string[]) =>
      read(
        '# T',
        '',
        '## News',
        '',
        ...['Ferry', 'Crane', 'Bridge', 'Old port', 'New port'].map(
          (name, i) => `${i + 1}. ${name}: ${values[i]}`,
        ),
      ).sections[0]?.takeaways.length;
    const figures = ['1', '2', '3', '4', '5'];
    assert.equal(count(figures.map((figure) => `https://a.example/${figure}`)), 5);
    assert.equal(count(figures.map((figure) => `${figure}0 %`)), 0);
  });

  it('is recognized by its signs, if one is before a datum', () => {
    const counts = (...lines: string[]) =>
      allSections(read('# T', '', ...lines).sections).map(({ takeaways }) => takeaways.length);
    const lists = (...items: string[]) =>
      ['One', 'Two', 'Three'].flatMap((name) => [`## ${name} stops`, '', ...items, '']);
    const said = '- 📝 The last ferry leaves at nine from Monday on.';
    assert.deepEqual(counts(...lists('- 📅 Mon, 03 Mar', said)), [0, 0, 0]);
    assert.deepEqual(counts(...lists('- 📅 It is Monday, says the office.', said)), [2, 2, 2]);
    assert.deepEqual(counts(...lists('- 📝 Mon, 03 Mar', said)), [2, 2, 2]);
  });

  it('is recognized among many parts if two thirds of them are in three lists', () => {
    const names = ['What comes', 'Who pays', 'Our view', 'Why today', 'The way there'];
    const list = (name: string, ...own: string[]) => [
      ...[
        `## ${name}`,
        '',
        ...[...names, ...own].map((label) => `- **${label}:** All of the office says so.`),
        '',
      ],
    ];
    const counts = (...lines: string[]) =>
      allSections(read('# T', '', ...lines).sections).map(({ takeaways }) => takeaways.length);
    const lists = (own: number) =>
      ['One', 'Two', 'Three'].flatMap((name) =>
        list(name, ...['Here', 'Only here', 'Here too'].slice(0, own).map((label) => `${label} (${name})`)),
      );
    assert.deepEqual(counts(...lists(2)), [0, 0, 0]);
    assert.deepEqual(counts(...lists(3)), [8, 8, 8]);
  });

  it('is not recognized by headlines that are links elsewhere', () => {
    const linked = (name: string) => [
      `## ${name}`,
      '',
      ...['Ferry', 'Tug'].map((one) => `- [${one}](https://a.example/${one}): It is in ${name}.`),
      '',
    ];
    const best = ['## Best', '', '- **Ferry**: All should see it.', '- **Tug**: All should hear it.'];
    const { sections } = read('# T', '', ...['One', 'Two', 'Three'].flatMap(linked), ...best);
    assert.equal(sections.at(-1)?.takeaways.length, 2);
  });

  it('is not recognized by long headlines that a text has three times', () => {
    const list = (name: string) => [
      `## ${name}`,
      '',
      ...[
        'the old ferry of the north quay stops for ever',
        'the last crane of the south quay comes to town',
      ].map((title) => `- **All of the town says that ${title}:** It is news in ${name}, says the office.`),
      '',
    ];
    const { sections } = read('# T', '', ...['One', 'Two', 'Three'].flatMap(list));
    assert.deepEqual(
      allSections(sections).map(({ takeaways }) => takeaways.length),
      [2, 2, 2],
    );
  });

  it('is recognized among three parts if two are the same, but not for headlines that occur twice', () => {
    const counts = (...lines: string[]) =>
      allSections(read('# T', '', ...lines).sections).map(({ takeaways }) => takeaways.length);
    const told = (name: string, labels: readonly string[]) => [
      `## ${name}`,
      '',
      ...labels.map((label) => `- **${label}:** The harbour office says more of ${name} here.`),
      '',
    ];
    const parts = ['What is it', 'Who builds it', 'Why now'];
    assert.deepEqual(counts(...told('The crane', parts), ...told('The gate', parts)), [0, 0]);
    assert.deepEqual(counts(...told('The crane', parts)), [3]);
    assert.deepEqual(counts(...told('The crane', parts), ...told('The gate', parts.toReversed())), [3, 3]);
    const headlines = ['The ferry to the island stops at nine', 'A crane comes', 'The gate is late'];
    assert.deepEqual(counts(...told('Today', headlines), ...told('In full', headlines)), [3, 3]);
  });

  it('is recognized if its items have the same emoji below three headlines, beside a link alone', () => {
    const counts = (...lines: string[]) =>
      allSections(read('# T', '', ...lines).sections).map(({ takeaways }) => takeaways.length);
    const told = (name: string, link: string) => [
      `## ${name}`,
      '',
      ...[`- 🔗 ${link}`, '- 📄 The harbour office says more of it.', '- 📊 It was read by 40 people.', ''],
    ];
    const three = (link: string) => ['The crane', 'The gate', 'The quay'].flatMap((name) => told(name, link));
    assert.deepEqual(counts(...three('https://a.example')), [0, 0, 0]);
    assert.deepEqual(counts(...told('The crane', 'https://a.example')), [3]);
    assert.deepEqual(counts(...three('It turns at noon.')), [3, 3, 3]);
  });

  it('may link to sections by their names, but citations of notes do not make one', () => {
    const tells = (...lines: string[]) =>
      allSections(read('# T', '', '## News', '', ...lines).sections)[0]?.takeaways.length;
    assert.equal(tells('- [Ferries](#ferries)', '- [Cranes](#cranes)'), 0);
    assert.equal(
      tells('- **Ferry:** It stops. [[1](#source-1)]', '- **Crane:** It turns. [[2](#source-2)]'),
      2,
    );
    assert.equal(
      tells(
        '- **Ferry** — It stops at nine. ([→ Ferries](#ferries))',
        '- **Crane** — It turns. ([→ Cranes](#cranes))',
      ),
      2,
    );
    assert.equal(tells('- Part 1: [Ferries](#ferries)', '- Part 2: [Cranes](#cranes)'), 0);
  });

  it('may consist of code, but not of text about code', () => {
    const count = (...lines: string[]) =>
      allSections(read('# T', '', '## Ferry', '', ...lines).sections)[0]?.takeaways.length;
    assert.equal(count('- `ferry`', '- `tug`', '- `pilot.js`'), 0);
    assert.equal(count('- `ferry` stops', '- `tug` comes', '- `pilot.js` is new'), 3);
  });

  it('may only list the sections of the text, with a number for each', () => {
    const sections = ['Ferries', 'Cranes', 'Tugs'].flatMap((name) => [`## ${name}`, '', 'They stop.', '']);
    const count = (above: string, ...lines: string[]) =>
      allSections(read('# T', '', above, '', ...lines, '', ...sections).sections)[0]?.takeaways.length;
    const names = ['- [Ferries](f.md) — 3 papers', '- [Cranes](c.md) — none', '- [Tugs](t.md) — 1'];
    assert.equal(count('## Topics', ...names), 0);
    assert.equal(count('## Highlights', ...names), 0);
    assert.equal(count('## Topics', '- Ferries', '- Cranes', '- Tugs'), 0);
    const told = [
      '- **Ferries:** The last one goes at nine.',
      '- **Cranes:** The old one turns.',
      '- **Tugs:** 1',
    ];
    assert.equal(count('## Topics', ...told), 3);
    assert.equal(count('## Highlights', '- Ferries', '- Cranes', '- Tugs'), 3);
    // Names that recur are the groups of the items.
    const groups = ['Ferries', 'Cranes', 'Ferries', 'Ferries'];
    assert.equal(
      count('## Highlights', ...groups.map((name, i) => `- **${name}**: [No. ${i}](https://a.example/${i})`)),
      4,
    );
  });

  it('may end in words without a label if other lists have the same labels', () => {
    const paper = (name: string) => [
      `## ${name}`,
      '',
      '- **Authors:** Ann Example et al.',
      '- **PMID:** 42413997',
      '- **Domain:** Query 1',
      `- The study asks why the ${name} stops at nine.`,
      '',
    ];
    const lines = ['Ferry', 'Crane', 'Tug'].flatMap(paper);
    assert.deepEqual(
      allSections(read('# T', '', ...lines).sections).map(({ takeaways }) => takeaways.length),
      [0, 0, 0],
    );
  });

  it('has at least five figures, and not short texts', () => {
    const names = ['Ferry', 'Crane', 'Tug', 'Gate', 'Pier'];
    const count = (say: (name: string, i: number) => string, from = 0) =>
      allSections(
        read(
          '# T',
          '',
          '## Counted',
          '',
          ...names.slice(from).map((name, i) => `- **${name}:** ${say(name, i)}`),
        ).sections,
      )[0]?.takeaways.length;
    assert.equal(
      count((_, i) => `${i} of 340`),
      0,
    );
    assert.equal(
      count((_, i) => `${i} of 340`, 1),
      4,
    );
    // Counts are not news, even if there are few; prices may be.
    for (const [unit, takeaways] of [
      ['', 0],
      [' boats', 0],
      [' 篇', 0],
      ['.5', 3],
      [' % less', 3],
    ] as const)
      assert.equal(
        count((_, i) => `1${i},340${unit}`, 2),
        takeaways,
        unit,
      );
    for (const said of ['yes', 'Done', 'ja', '是'])
      assert.equal(
        count(() => said, 2),
        0,
        said,
      );
    assert.equal(
      count((name) => `The ${name} stops at nine.`),
      5,
    );
    assert.equal(
      count(() => '港务局说3月2日停航维修，下周恢复'),
      5,
    );
  });
});

describe('A list of fields', () => {
  const takeaways = (...items: string[]) =>
    allSections(read('# T', '', '## One', '', ...items, '', '## Two', '', 'It stops.').sections)[0]
      ?.takeaways;

  it('is one passage if one of them is the source of all', () => {
    const fields = [
      '- **Boat:** The old ferry of the north quay',
      '- **Port:** Dublin',
      '- **Guests:** Nobody',
    ];
    const source = '- **Source:** [Gazette](https://a.example/1) | [Courier](https://b.example)';
    assert.equal(takeaways(...fields, source)?.length, 0);
    assert.equal(takeaways(source, ...fields)?.length, 0);
    assert.equal(takeaways(...fields, '- **Tug:** [Gazette](https://a.example/1)')?.length, 4);
    assert.equal(takeaways(source, ...fields, '- **Tug:** [It](https://c.example) stops')?.length, 5);
    assert.equal(takeaways(source, ...fields, '- The crane comes.')?.length, 5);
  });

  it('has one story for each time that all fields recur', () => {
    const record = (name: string) => [`- Boat: ${name}`, '- Port: Dublin, says the office', '- Day: Monday'];
    const found = takeaways(...record('Anna'), '', ...record('Berta'));
    assert.deepEqual(
      found?.map(({ label, text }) => [label, ...text.split('\n')]),
      ['Anna', 'Berta'].map((name) => ['Boat', name, 'Port: Dublin, says the office', 'Day: Monday']),
    );
    assert.equal(takeaways(...record('Anna'), ...record('Berta'), '- Boat: Clara')?.length, 7);
    const others = ['- Boat: Berta', '- Port: Cork, says the office', '- Hour: Nine'];
    assert.equal(takeaways(...record('Anna'), ...others)?.length, 6);
  });
});

describe('A list of recurring links', () => {
  const counts = (...names: string[]) =>
    allSections(
      read(
        '# T',
        ...names.flatMap((name, i) => [
          ...['', `## Story ${i}`, '', 'It stops.', ''],
          ...name.split(', ').map((words) => `- [${words}](https://a.example/${i})`),
        ]),
      ).sections,
    ).map(({ takeaways }) => takeaways.length);

  it('has the sources of the story above', () => {
    assert.deepEqual(counts('map, photo', 'map, pull request', 'map, photo'), [0, 0, 0]);
  });

  it('is a list of stories if few links recur, if they recur twice, or if they are headlines', () => {
    assert.deepEqual(counts('map, photo', 'map, photo', 'tug'), [2, 2, 1]);
    assert.deepEqual(counts('map, tug, crane', 'map, gull, boat', 'map, buoy, port'), [3, 3, 3]);
    const news = 'The ferry stops, The crane comes';
    assert.deepEqual(counts(news, news, news), [2, 2, 2]);
  });
});
