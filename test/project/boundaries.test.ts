import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import { REPO } from '../support/paths.ts';

/** A file, what it imports, and whether that is allowed (`type`: only as a type). */
const IMPORTS: readonly (readonly [file: string, imported: string, allowed: boolean | 'type'])[] = [
  ['src/base/async/queue.ts', './slices.ts', true],
  ['src/base/async/queue.ts', '../../library/ports.ts', false],
  ['src/base/async/queue.ts', 'vscode', false],
  ['src/briefing/parseBriefing.ts', './structure/structure.ts', true],
  ['src/briefing/parseBriefing.ts', 'vscode', false],
  ['src/briefing/text/title.ts', './dates/date.ts', true],
  ['src/briefing/text/title.ts', '../model.ts', true],
  ['src/briefing/text/title.ts', '../../base/tidy.ts', true],
  ['src/briefing/text/title.ts', 'markdown-it', true],
  ['src/briefing/text/title.ts', '../grammar/markdown.ts', false],
  ['src/briefing/text/title.ts', '../parseBriefing.ts', false],
  ['src/briefing/text/title.ts', 'vscode', false],
  ['src/briefing/text/title.ts', 'node:path', false],
  ['src/briefing/text/title.ts', '../../library/library.ts', false],
  ['src/briefing/blocks/document.ts', '../plain/markPlainText.ts', true],
  ['src/briefing/blocks/document.ts', '../render/renderLinks.ts', false],
  ['src/library/outline.ts', './library.ts', true],
  ['src/library/outline.ts', './log/marks.ts', true],
  ['src/library/outline.ts', './tree/nodes.ts', false],
  ['src/library/outline.ts', './progress/place.ts', false],
  ['src/library/progress/place.ts', '../tree/nodes.ts', false],
  ['src/library/tree/nodes.ts', '../progress/place.ts', true],
  ['src/library/outline.ts', '../briefing/model.ts', true],
  ['src/library/outline.ts', '../reader/messages.ts', false],
  ['src/library/outline.ts', 'markdown-it', false],
  ['src/library/outline.ts', 'vscode', false],
  ['src/library/log/marks.ts', '../ports.ts', true],
  ['src/library/log/marks.ts', '../library.ts', false],
  ['src/library/log/marks.ts', '../tree/nodes.ts', false],
  ['src/library/tree/nodes.ts', '../library.ts', true],
  ['src/search/corpus.ts', './wordIndex.ts', true],
  ['src/search/corpus.ts', '../base/collections/bitSet.ts', true],
  ['src/search/corpus.ts', '../library/log/marks.ts', true],
  ['src/search/corpus.ts', '../briefing/text/links/sourceKey.ts', true],
  ['src/search/corpus.ts', 'minisearch', true],
  ['src/search/corpus.ts', 'vscode', false],
  ['src/search/corpus.ts', '../workbench/logger.ts', false],
  ['src/library/library.ts', '../search/corpus.ts', false],
  ['src/workbench/logger.ts', '../search/corpus.ts', true],
  ['src/reader/page.ts', '../base/fill.ts', true],
  ['src/reader/page.ts', '../briefing/model.ts', 'type'],
  ['src/reader/page.ts', '../library/library.ts', false],
  ['src/reader/page.ts', '../page/main.ts', false],
  ['src/share/keyedSources.ts', './quotation.ts', true],
  ['src/share/keyedSources.ts', '../briefing/text/links/safeUrl.ts', true],
  ['src/share/keyedSources.ts', '../reader/content.ts', true],
  ['src/share/keyedSources.ts', '../library/library.ts', false],
  ['src/share/keyedSources.ts', 'vscode', false],
  ['src/share/keyedSources.ts', 'node:path', false],
  ['src/intake/readMail.ts', 'postal-mime', true],
  ['src/intake/readMail.ts', './html/readPage.ts', true],
  ['src/intake/readMail.ts', '../briefing/text/links/safeUrl.ts', true],
  ['src/intake/readMail.ts', '../library/library.ts', false],
  ['src/intake/readMail.ts', 'vscode', false],
  ['src/cli/files.ts', 'node:fs', true],
  ['src/cli/files.ts', '../language/report.ts', true],
  ['src/cli/files.ts', '../briefing/parseBriefing.ts', true],
  ['src/cli/files.ts', 'node:http', false],
  ['src/cli/files.ts', 'vscode', false],
  ['src/cli/files.ts', '../workbench/logger.ts', false],
  ['src/workbench/logger.ts', '../cli/files.ts', false],
  ['src/desktop/main.ts', './codeCache.ts', true],
  ['src/desktop/main.ts', 'node:path', true],
  ['src/desktop/main.ts', 'vscode', true],
  ['src/desktop/main.ts', 'node:child_process', false],
  ['src/desktop/main.ts', '../extension.ts', false],
  ['src/extension.ts', './desktop/main.ts', false],
  ['src/page/main.ts', '../reader/messages.ts', true],
  ['src/page/main.ts', '../briefing/model.ts', 'type'],
  ['src/page/main.ts', 'markdown-it', false],
  ['src/page/main.ts', '../share/keyedSources.ts', false],
  ['src/page/main.ts', '../workbench/logger.ts', false],
  ['src/page/reading/scrollAnchor.ts', '../../reader/messages.ts', true],
  ['src/page/reading/scrollAnchor.ts', '../../library/library.ts', false],
  ['src/workbench/logger.ts', 'vscode', true],
  ['src/workbench/logger.ts', '../../package.json', true],
  ['src/library/library.ts', '../../package.json', false],
  ['src/workbench/logger.ts', '../library/ports.ts', true],
  ['src/workbench/logger.ts', '../share/keyedSources.ts', true],
  ['src/workbench/logger.ts', '../intake/readMail.ts', true],
  ['src/workbench/logger.ts', '../page/main.ts', false],
  ['src/workbench/logger.ts', '../extension.ts', false],
  ['src/workbench/logger.ts', 'markdown-it', false],
  ['src/workbench/reader/reader.ts', '../errors.ts', true],
  ['src/workbench/reader/reader.ts', '../../reader/page.ts', true],
  ['src/workbench/reader/reader.ts', '../../page/main.ts', false],
  ['src/workbench/reader/reader.ts', '../../extension.ts', false],
  ['src/extension.ts', './workbench/logger.ts', true],
  ['src/extension.ts', './library/library.ts', true],
  ['src/extension.ts', './search/searchIndex.ts', true],
  ['src/extension.ts', './briefing/parseBriefing.ts', false],
  ['src/extension.ts', './page/main.ts', false],
];

describe('The import rules between folders', () => {
  const rule = '@typescript-eslint/no-restricted-imports';
  const eslint = new ESLint({
    cwd: REPO,
    ruleFilter: ({ ruleId }) => ruleId === rule,
    // The rule does not need types, which would be those of the files on disk.
    overrideConfig: { languageOptions: { parserOptions: { project: false } } },
  });

  // A rule about missing files would prove nothing.
  it('are about existing files', () => {
    const named = IMPORTS.flatMap(([file, imported]) =>
      imported.startsWith('.') ? [file, path.join(path.dirname(file), imported)] : [file],
    );
    const missing = named.filter((file) => !fs.existsSync(path.join(REPO, file)));
    assert.deepEqual(missing, []);
  });

  for (const [file, imported, allowed] of IMPORTS) {
    const may = { true: 'may import', false: 'may not import', type: 'may import types only from' }[
      String(allowed) as 'true' | 'false' | 'type'
    ];
    it(`${file} ${may} ${imported}`, async () => {
      const complaints = async (statement: string) => {
        const [result] = await eslint.lintText(`${statement} '${imported}';\n`, { filePath: file });
        return result?.messages.map(({ ruleId, message }) => ruleId ?? message);
      };
      assert.deepEqual(await complaints('import { any } from'), allowed === true ? [] : [rule]);
      assert.deepEqual(await complaints('import type { any } from'), allowed === false ? [rule] : []);
    });
  }
});

describe('Forbidden code in src', () => {
  const rule = 'no-restricted-syntax';
  const eslint = new ESLint({
    cwd: REPO,
    ruleFilter: ({ ruleId }) => ruleId === rule,
    overrideConfig: { languageOptions: { parserOptions: { project: false } } },
  });

  for (const file of ['src/briefing/text/title.ts', 'src/page/main.ts', 'src/workbench/logger.ts']) {
    it(`includes a spread of content as arguments: ${file}`, async () => {
      const isRefused = async (statement: string) => {
        const [result] = await eslint.lintText(`${statement};\n`, { filePath: file });
        return result?.messages.some(({ ruleId }) => ruleId === rule);
      };
      for (const call of ['all.push(...items)', 'Math.max(...lengths)', 'f(a, ...b.map(c))', 'new Set(...d)'])
        assert.equal(await isRefused(call), true, call);
      for (const fine of ['const all = [...items]', 'const f = (...all: string[]) => all', 'f({ ...a })'])
        assert.equal(await isRefused(fine), false, fine);
    });
  }
});
