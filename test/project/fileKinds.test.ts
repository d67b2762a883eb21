import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { isBriefingName } from '../../src/library/files/fileName.ts';
import { matchesPath, readGlob } from '../../src/library/files/glob.ts';
import { REPO } from '../support/paths.ts';

/** The kinds of files that are briefings in a folder of briefings. */
const TEXTS = ['md', 'markdown', 'txt', 'org', 'rst', 'adoc'];
const CONVERTED = ['eml', 'html', 'htm'];
const ALL = [...TEXTS, ...CONVERTED, 'briefing.json'];

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly customEditors: readonly { readonly selector: readonly { readonly filenamePattern: string }[] }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly default?: unknown }>>;
    };
  };
}

describe('The kinds of files that are briefings', () => {
  const { activationEvents, contributes } = JSON.parse(
    fs.readFileSync(path.join(REPO, 'package.json'), 'utf8'),
  ) as Manifest;

  it('are known by their names, in any case', () => {
    for (const ending of ALL) {
      assert.ok(isBriefingName(`briefings/monday.${ending}`), ending);
      assert.ok(isBriefingName(`briefings/monday.${ending.toUpperCase()}`), ending);
    }
    for (const name of ['a.json', 'a.mdx', 'org', 'a.org.bak', 'Ferries_files/a.html'])
      assert.ok(!isBriefingName(name), name);
  });

  it('are found in folders named briefings, and start the extension if they are text', () => {
    const globs = contributes.configuration.properties['briefings.include']?.default as readonly string[];
    const isFound = (patterns: readonly string[], name: string) =>
      patterns.map(readGlob).some((glob) => {
        assert.equal(glob.kind, 'glob');
        return glob.paths.some((names) => matchesPath(names, name.split('/'), false));
      });
    for (const ending of ALL) assert.ok(isFound(globs, `a/briefings/b/monday.${ending}`), ending);
    const events = activationEvents.flatMap((event) => /^workspaceContains:(.*)/.exec(event)?.[1] ?? []);
    for (const ending of TEXTS) assert.ok(isFound(events, `a/briefings/b/monday.${ending}`), ending);
  });

  it('can be opened in the reader from their editors, tabs and the explorer', () => {
    const patterns = contributes.customEditors.flatMap(({ selector }) =>
      selector.map(({ filenamePattern }) => filenamePattern),
    );
    for (const ending of ALL) assert.ok(patterns.includes(`*.${ending}`), ending);
    const entries = Object.values(contributes.menus).flat();
    const conditions = entries.flatMap(({ command, when = '' }) => {
      const name = /resourceFilename =~ \/(.*)\/i/.exec(when)?.[1];
      return command === 'briefings.readAsBriefing' && name !== undefined ? new RegExp(name, 'i') : [];
    });
    assert.ok(conditions.length > 2);
    for (const condition of conditions)
      for (const ending of [...ALL, 'mbox']) assert.match(`monday.${ending}`, condition);
  });
});
