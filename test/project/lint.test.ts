import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { RULES } from '../../src/language/rules.ts';
import { REPO } from '../support/paths.ts';

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly properties?: Readonly<Record<string, { readonly default: string }>> }>
      >;
    };
  };
}

describe('The setting for the checks', () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(REPO, 'package.json'), 'utf8')) as Manifest;
  const words = JSON.parse(fs.readFileSync(path.join(REPO, 'package.nls.json'), 'utf8')) as Record<
    string,
    string
  >;

  it('has all of them, each with its severity and a description', () => {
    const { properties = {} } = manifest.contributes.configuration.properties['briefings.lint'] ?? {};
    assert.deepEqual(
      Object.entries(properties).map(([code, { default: level }]) => [code, level]),
      Object.entries(RULES).map(([code, { severity }]) => [code, severity]),
    );
    for (const code of Object.keys(RULES)) assert.match(words[`setting.lint.${code}`] ?? '', /\.$/);
  });
});
