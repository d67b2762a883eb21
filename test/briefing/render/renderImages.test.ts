import assert from 'node:assert/strict';
import type { ImageChoice, RenderOptions } from '../../../src/briefing/render/renderImages.ts';
import { renderParts } from '../../../src/briefing/renderBriefing.ts';
import { checkWithPictures } from '../support/checkHtml.ts';
import { read } from '../support/fixture.ts';
import { inLedeWith, PICTURES, render } from '../support/rendered.ts';

const SHOW: RenderOptions = { image: (source) => ({ kind: 'show', src: `${PICTURES}?${source}` }) };
const ASK: RenderOptions = { image: (source) => ({ kind: 'ask', href: source }) };
const BOX = '<span class="image">a</span>';

function always(choice: ImageChoice): RenderOptions {
  return { image: () => choice };
}

describe('An image in HTML', () => {
  it('is a placeholder with its text by default', () => {
    for (const options of [{}, { image: undefined }, { image: () => undefined }])
      assert.equal(inLedeWith(options, '![a](b.png "c")'), `<p>${BOX}</p>`);
  });

  it('is shown if the options choose so', () => {
    const cases: readonly (readonly [markdown: string, html: string])[] = [
      ['![a *b* "c"](d.png "e")', `<img src="${PICTURES}?d.png" alt="a *b* &quot;c&quot;">`],
      ['![](d.png)', `<img src="${PICTURES}?d.png" alt="">`],
      ['![a](<d"e&f.png>)', `<img src="${PICTURES}?d&quot;e&amp;f.png" alt="a">`],
      ['<img alt="a" src="d.png" onerror="x" width=1>', `<img src="${PICTURES}?d.png" alt="a">`],
      ["<img alt='\">' src='\" onerror=\"x'>", `<img src="${PICTURES}?%22%20onerror=%22x" alt="&quot;&gt;">`],
      ['<img alt="a">', BOX],
    ];
    for (const [markdown, html] of cases)
      assert.equal(inLedeWith(SHOW, markdown), `<p>${html}</p>`, markdown);
  });

  it('is a link that requests it, with its host, if the options choose so', () => {
    const href = 'href="https://a.example/b.png" title="https://a.example/b.png"';
    const host = '<span class="host">a.example</span>';
    const cases: readonly (readonly [markdown: string, html: string])[] = [
      ['![a "c"](https://a.example/b.png)', `<a class="image" ${href}>a &quot;c&quot;</a> ${host}`],
      // The words of the link are the host, which is shown once.
      ['![](https://a.example/b.png)', `<a class="image" ${href}>a.example</a>`],
      ['![a.example](https://a.example/b.png)', `<a class="image" ${href}>a.example</a>`],
      ['![b.example](https://a.example/b.png)', `<a class="image" ${href}>b.example</a> ${host}`],
      ['<img alt="a" src="https://a.example/b.png">', `<a class="image" ${href}>a</a> ${host}`],
      ['![a](b.png)', BOX],
      ['![a](//a.example/b.png)', BOX],
      ['![a](https://good.example@evil.example/b.png)', BOX],
      ['<img alt="a" src="javascript:x">', BOX],
      ['<img alt="a" src="mailto:a@b.example">', BOX],
      ['<img alt="a" src=" java&#9;script:x">', BOX],
    ];
    for (const [markdown, html] of cases) assert.equal(inLedeWith(ASK, markdown), `<p>${html}</p>`, markdown);
  });

  it('is a box with its words and a note if there is no picture', () => {
    const missing = always({ kind: 'missing', note: 'Not found: <b>.png' });
    const note = 'Not found: &lt;b&gt;.png';
    assert.equal(inLedeWith(missing, '![a](b.png)'), `<p><span class="image">a<br>${note}</span></p>`);
    assert.equal(inLedeWith(missing, '![](b.png)'), `<p><span class="image">${note}</span></p>`);
  });

  it('is text if Markdown makes no image of it', () => {
    for (const options of [SHOW, ASK]) {
      assert.equal(inLedeWith(options, '![a](javascript:x)'), '<p>![a](javascript:x)</p>');
      assert.equal(inLedeWith(options, '![a](" onerror=x)'), '<p>![a](&quot; onerror=x)</p>');
    }
  });

  it('is a placeholder if the chosen address is not an image, or cannot be requested', () => {
    for (const address of [
      'javascript:x',
      'file:///etc/x.png',
      'b.png',
      '//a.example',
      'data:text/html,x',
      'vscode:x',
      '',
    ])
      for (const choice of [{ kind: 'show', src: address } as const, { kind: 'ask', href: address } as const])
        assert.equal(inLedeWith(always(choice), '![a](b.png)'), `<p>${BOX}</p>`, address);
  });

  it('is looked up once, with the address in the text', () => {
    const asked: string[] = [];
    const image = (source: string) => {
      asked.push(source);
      return undefined;
    };
    const images = [
      '![a](b.png)',
      '![c](<d e/ü.png>)',
      '![f](b.png)',
      '<img alt="g" src="d%20e/ü.png">',
      '![](h.png)',
    ];
    renderParts(read('# T', '', ...images, '', '## A', `- x ${images.join(' ')}`), { image });
    assert.deepEqual(asked.sort(), ['b.png', 'd%20e/%C3%BC.png', 'h.png']);
  });
});

describe('An image in a link', () => {
  const link = '<a href="https://c.example/" title="https://c.example/">';
  const host = '<span class="host">c.example</span>';

  it('is a placeholder or an image, and the link always shows its host', () => {
    const cases: readonly (readonly [options: RenderOptions, markdown: string, html: string])[] = [
      [ASK, '[![a](https://b.example/b.png)](https://c.example)', `${link}${BOX}</a> ${host}`],
      [SHOW, '[![a](b.png)](https://c.example)', `${link}<img src="${PICTURES}?b.png" alt="a"></a> ${host}`],
      [
        SHOW,
        '[![c.example](b.png)](https://c.example)',
        `${link}<img src="${PICTURES}?b.png" alt="c.example"></a> ${host}`,
      ],
      [SHOW, '[![](b.png)](https://c.example)', `${link}<img src="${PICTURES}?b.png" alt=""></a> ${host}`],
      [ASK, '[![a](https://b.example/b.png)](c.md)', `<a class="file" href="c.md" title="c.md">${BOX}</a>`],
      [
        SHOW,
        '[![](b.png)](c.md)',
        `<a class="file" href="c.md" title="c.md"><img src="${PICTURES}?b.png" alt=""></a>`,
      ],
      [
        ASK,
        '[![](https://b.example/b.png)](c.md)',
        '<a class="file" href="c.md" title="c.md"><span class="image"></span>c.md</a>',
      ],
    ];
    for (const [options, markdown, html] of cases)
      assert.equal(inLedeWith(options, markdown), `<p>${html}</p>`, markdown);
    assert.match(inLedeWith(ASK, '[![a](https://b.example/b.png)](#nowhere)'), /<span><a class="image" /);
  });

  it('in a heading, a label and a table is rendered as in a paragraph', () => {
    const image = '[![a](https://b.example/b.png)](https://c.example)';
    const briefing = read(
      '# T',
      `## ${image}`,
      `- **${image}:** x ${image}`,
      '',
      '| x |',
      '| - |',
      `| ${image} |`,
    );
    for (const options of [SHOW, ASK]) {
      render(briefing, options);
      const { article, items } = renderParts(briefing, options);
      for (const html of [article, ...[...items.values()].map(({ body }) => body)])
        checkWithPictures(html, PICTURES);
      assert.equal(article.match(options === SHOW ? /<img /g : /<span class="image">a<\/span>/g)?.length, 4);
    }
  });
});
