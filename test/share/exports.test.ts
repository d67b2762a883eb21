import { Ajv2020 } from 'ajv/dist/2020.js';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Briefing } from '../../src/briefing/model.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { exportHtml } from '../../src/share/exportHtml.ts';
import { exportJson } from '../../src/share/exportJson.ts';
import { allTakeaways, read, readFixture } from '../briefing/support/fixture.ts';
import { fixtureCases } from '../support/fixtureCases.ts';
import { REPO } from '../support/paths.ts';

const readFile = (name: string) => fs.readFileSync(path.join(REPO, name), 'utf8');

/** Briefings of all kinds, by name. */
const TEXTS = [
  ['empty.md', ''],
  ['broken.md', '---\ntitle: [\n---\n# T\n- a [7] [b][c]\n'],
  [
    'hostile.md',
    '# </title><script>x</script>\n\n<script>x</script> ![x](https://evil.example/x.png) [y](javascript:x) [z](z.md)\n\n<img src=x onerror=x> <style>@import "x"</style>',
  ],
  ...['allMarks.md', 'bridge.txt'].map((name) => [name, readFixture(name)] as const),
  ...fs
    .readdirSync(path.join(REPO, 'briefings'))
    .map((name) => [name, readFile(`briefings/${name}`)] as const),
  ['report.md', readFile('test/fixtures/workspace/briefings/2026-03-02-harbour-report.md')],
] as const;

describe('A briefing exported as HTML', () => {
  const exported = (...lines: string[]) =>
    exportHtml(read(...lines), { date: '2. März 2026', footer: 'Made by us' });

  it('has its title, language, date and policy', () => {
    const html = exported('---', 'date: 2026-03-02', 'lang: de', '---', '# A & B', '- c');
    assert.ok(html.startsWith('<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n'));
    for (const part of [
      '<title>A &#38; B</title>',
      '<time datetime="2026-03-02">2. März 2026</time>',
      '<footer class="made">Made by us</footer>',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">`,
    ])
      assert.ok(html.includes(part), part);
  });

  it('is right-to-left if its title is, and has citations that lead to their references', () => {
    assert.match(exported('# שלום', '- a'), /<html dir="rtl">/);
    const html = exported('# T', '- a [1]', '', '## Sources', '1. [A](https://a.example)');
    assert.ok(html.includes('<a href="#r-0" '));
    assert.match(html, /<li class="reference r-0" dir="auto" id="r-0">/);
  });

  it('loads nothing and runs nothing, and each link in it has a target', () => {
    for (const [name, text] of TEXTS) {
      const html = exportHtml(parseBriefing(text, name), { footer: 'Made by us' });
      for (const [, tag = '', attributes = ''] of html.matchAll(/<([a-z][a-z0-9]*)([^<>]*)>/g)) {
        assert.doesNotMatch(tag, /^(?:script|link|img|iframe|object|embed|form|input|base|svg|video|audio)$/);
        for (const [, attribute = '', value = ''] of attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)) {
          assert.doesNotMatch(attribute, /^(?:on|src|style|srcset)/);
          if (attribute === 'href') assert.match(value, /^(?:https?:|mailto:|#[rst]-)/);
        }
      }
      const [style = ''] = /<style>[^]*?<\/style>/.exec(html) ?? [];
      assert.doesNotMatch(style, /@import|url\(/);
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length);
      for (const [, target] of html.matchAll(/ href="#([^"]*)"/g))
        assert.ok(ids.includes(target), `${name} ${target}`);
    }
  });
});

describe('A briefing exported as JSON', () => {
  fixtureCases('share/exportJson', (text) => exportJson(parseBriefing(text, '1.md')));

  it('is read again with the same references', () => {
    const titles = (briefing: Briefing) =>
      allTakeaways(briefing).map(({ references }) => references.map(({ title, url }) => [title, url]));
    for (const text of [
      '## News\n- One [1]\n- Two\n## Sources\n1. [A](https://a.example)\n2. [B](https://b.example)',
      '## A\n- One\n### Sources\n1. [A](https://a.example)\n## B\n- Two\n### Sources\n1. Book',
    ]) {
      const briefing = read('# T', text);
      assert.deepEqual(titles(parseBriefing(exportJson(briefing), 'a.briefing.json')), titles(briefing));
    }
    const named = read('---', 'sources: [https://a.example/b]', '---', '# T', '## News', '- One');
    const [[[, url] = []] = []] = titles(parseBriefing(exportJson(named), 'a.briefing.json'));
    assert.equal(url, 'https://a.example/b');
  });

  const validate = new Ajv2020({ allErrors: true, strict: true }).compile(
    JSON.parse(readFile('docs/briefing.schema.json')) as object,
  );

  it('matches docs/briefing.schema.json, which rejects anything else', () => {
    for (const [name, text] of TEXTS)
      assert.ok(
        validate(JSON.parse(exportJson(parseBriefing(text, name)))),
        `${name} ${JSON.stringify(validate.errors)}`,
      );
    const value = JSON.parse(exportJson(read('# T', '- a'))) as object;
    assert.ok(validate(value));
    for (const wrong of [
      { version: 2 },
      { text: '' },
      { items: [{ kind: 'takeaway' }] },
      { items: [{ kind: 'section', id: 's' }] },
      { items: [{ kind: 'passage', id: 'p' }] },
      { references: [{ title: 'x', url: 'javascript:x' }] },
    ])
      assert.ok(!validate({ ...value, ...wrong }), JSON.stringify(wrong));
  });
});
