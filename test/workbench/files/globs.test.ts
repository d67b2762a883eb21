import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { FolderGlobs } from '../../../src/workbench/sources/folderGlobs.ts';
import { file, HARBOUR, parts, until, write } from '../support/parts.ts';

/** A backtracking matcher hangs on a long name with the first, and on many stars with the second. */
const ATTACKS = ['briefings/+(*)b', `**/${'*a'.repeat(12)}b`];
const INCLUDE = ['**/briefings/**/*.{md,markdown,txt}', '**/*.briefing.{md,txt,json}'];
const NAME = `briefings/${'a'.repeat(60)}.md`;

/* A matcher that backtracks would never finish with any of these. */
describe('A glob that was made to hang', () => {
  const settings: readonly (readonly [section: string, key: string, value: unknown])[] = [
    ['briefings', 'include', [...ATTACKS, ...INCLUDE]],
    ['briefings', 'exclude', ATTACKS],
    // VS Code’s own explorer would backtrack on the stars, too.
    ['files', 'exclude', { 'briefings/+(*)b': true }],
  ];

  for (const [section, key, value] of settings)
    it(`does not block as ${section}.${key}, and the log says why it is not used`, async () => {
      const { library } = await parts();
      const configuration = vscode.workspace.getConfiguration(section);
      await configuration.update(key, value, vscode.ConfigurationTarget.Workspace);
      try {
        const [folder] = vscode.workspace.workspaceFolders ?? [];
        assert.ok(folder);
        const warnings: string[] = [];
        const hear = (line: string) => warnings.push(line);
        const log = { info: hear, warn: hear, error: hear };
        const globs = new FolderGlobs(folder, log);
        assert.ok(globs.matches(file(NAME)) && !globs.excludes(file(NAME)));
        const used = [...globs.include, globs.excludePattern ?? ''];
        assert.ok(!ATTACKS.some((glob) => used.some((one) => one.includes(glob))));
        assert.match(
          warnings.join('\n'),
          new RegExp(
            `${section}\\.${key} has “briefings/\\+\\(\\*\\)b”, which is ignored: .*Write \\{a,b\\}`,
          ),
        );
        // Its event arrives, and it is found and read.
        await write(file(NAME), '# All the same\n');
        await until('the file', () => library.get(file(NAME).toString())?.kind === 'briefing');
        await library.refresh();
        assert.ok(library.get(file(NAME).toString()) && library.get(file(HARBOUR).toString()));
      } finally {
        await configuration.update(key, undefined, vscode.ConfigurationTarget.Workspace);
        await vscode.workspace.fs.delete(file(NAME));
      }
      await until('its end', () => !library.get(file(NAME).toString()));
    });
});
