import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../support/paths.ts';

interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: boolean | 'limited';
      readonly restrictedConfigurations?: readonly string[];
    };
  };
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope: string }>> };
  };
}

/**
 * What each setting can do when the author of the workspace sets it. `reach`: it widens what is read, shown
 * or fetched beyond the folder that a person has opened, so a workspace must not set it. `folder`: it widens
 * that within the folder, so the folder has to be trusted. `looks`: it does neither. `own`: it belongs to
 * the person.
 */
const SETTINGS: Readonly<Record<string, 'reach' | 'folder' | 'looks' | 'own'>> = {
  'briefings.folders': 'reach',
  'briefings.reader.images': 'reach',
  'briefings.template': 'reach',
  'briefings.include': 'folder',
  'briefings.exclude': 'folder',
  'briefings.savedSearches': 'own',
  'briefings.sources': 'own',
  'briefings.sourcesRefresh': 'own',
  'briefings.sourcesKeep': 'own',
  'briefings.markRead': 'looks',
  'briefings.showBundled': 'looks',
  'briefings.lint': 'looks',
  'briefings.showSourceCounts': 'looks',
  'briefings.reader.view': 'looks',
  'briefings.reader.fontSize': 'looks',
  'briefings.reader.lineHeight': 'looks',
  'briefings.reader.width': 'looks',
  'briefings.reader.showEmoji': 'looks',
};

/** VS Code ignores settings with these scopes in a workspace. */
const SCOPES = { reach: 'machine', own: 'application', folder: 'window', looks: 'window' };

describe('The settings of an untrusted workspace', () => {
  const { capabilities, contributes } = JSON.parse(
    fs.readFileSync(path.join(REPO, 'package.json'), 'utf8'),
  ) as Manifest;
  const { properties } = contributes.configuration;

  it('are all known, with what they can do', () => {
    assert.deepEqual(Object.keys(properties).sort(), Object.keys(SETTINGS).sort());
  });

  for (const [setting, power] of Object.entries(SETTINGS))
    it(`cannot widen anything with ${setting}`, () => {
      assert.equal(properties[setting]?.scope, SCOPES[power]);
    });

  it('have no effect if they widen anything', () => {
    const { supported, restrictedConfigurations } = capabilities.untrustedWorkspaces;
    const widening = Object.keys(SETTINGS).filter((one) => ['reach', 'folder'].includes(SETTINGS[one] ?? ''));
    // VS Code uses the list of restricted settings only for limited support.
    assert.equal(supported, 'limited');
    assert.deepEqual(restrictedConfigurations?.toSorted(), widening.toSorted());
  });
});
