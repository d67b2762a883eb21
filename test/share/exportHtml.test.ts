import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { exportHtml } from '../../src/share/exportHtml.ts';
import { read, readFixture } from '../briefing/support/fixture.ts';
import { REPO } from '../support/paths.ts';

const MADE = 'Made by Briefing Reader';

describe('A briefing exported as HTML', () => {
  it('has its title, language, date and policy', () => {
    const html = exportHtml(read('---', 'date: 2026-03-02', 'lang: de', '---', '# A & B', '- c'), {
      date: '2. März 2026',
      footer: MADE,
    });
    assert.ok(html.startsWith('<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n'));
    assert.ok(html.includes('<title>A &#38; B</title>'));
    assert.ok(html.includes('<time datetime="2026-03-02">2. März 2026</time>'));
    assert.ok(html.includes(`<footer class="made">${MADE}</footer>`));
    assert.ok(
      html.includes(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">",
      ),
    );
  });

  it('is right-to-left if its title is', () => {
    assert.match(exportHtml(read('# שלום', '- a'), { footer: MADE }), /<html dir="rtl">/);
  });

  it('has citations that lead to their references', () => {
    const html = exportHtml(read('# T', '- a [1]', '', '## Sources', '1. [A](https://a.example)'), {
      footer: MADE,
    });
    assert.ok(html.includes('<a href="#r-0" '));
    assert.match(html, /<li class="reference r-0" dir="auto" id="r-0">/);
  });

  const texts = [
    ['allMarks.md', readFixture('allMarks.md')],
    ['bridge.txt', readFixture('bridge.txt')],
    ...fs
      .readdirSync(path.join(REPO, 'briefings'))
      .map((name) => [name, fs.readFileSync(path.join(REPO, 'briefings', name), 'utf8')] as const),
    [
      'hostile.md',
      '# </title><script>x</script>\n\n<script>x</script> ![x](https://evil.example/x.png) [y](javascript:x) [z](z.md)\n\n<img src=x onerror=x> <style>@import "x"</style>',
    ],
  ] as const;

  for (const [name, text] of texts) {
    it(`loads nothing and runs nothing: ${name}`, () => {
      const html = exportHtml(parseBriefing(text, name), { footer: MADE });
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
      for (const [, target] of html.matchAll(/ href="#([^"]*)"/g)) assert.ok(ids.includes(target), target);
    });
  }
});
