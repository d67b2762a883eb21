import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { ROOM_NAMES, ROOMS } from '../support/rooms.ts';
import { REPO } from '../support/paths.ts';
import { scripts } from '../../package.json';

interface Form {
  readonly name?: string;
  readonly description?: string;
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly attributes: { readonly label: string; readonly options?: readonly string[] };
  }[];
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly uses?: string; readonly steps?: readonly unknown[] }>>;
}

const filesIn = (folder: string) =>
  fs.readdirSync(path.join(REPO, folder)).map((name) => ({
    name,
    text: fs.readFileSync(path.join(REPO, folder, name), 'utf8'),
  }));

describe('The issue forms', () => {
  for (const { name, text } of filesIn('.github/ISSUE_TEMPLATE').filter((file) => file.name !== 'config.yml'))
    it(`have what GitHub requires: ${name}`, () => {
      const form = load(text) as Form;
      assert.ok(form.name && form.description);
      const ids = form.body.map(({ id }) => id);
      assert.equal(new Set(ids).size, form.body.length);
      for (const { type, attributes } of form.body) {
        assert.match(type, /^(?:input|textarea|dropdown)$/);
        assert.ok(attributes.label);
        assert.equal(type === 'dropdown', (attributes.options?.length ?? 0) > 1);
      }
    });
});

describe('The workflows', () => {
  for (const { name, text } of filesIn('.github/workflows')) {
    it(`may only read the repository: ${name}`, () => {
      const { permissions, jobs } = load(text) as Workflow;
      assert.deepEqual(permissions, { contents: 'read' });
      assert.equal(
        text.match(/persist-credentials: false/g)?.length,
        text.match(/actions\/checkout/g)?.length,
      );
      for (const [job, { uses, steps }] of Object.entries(jobs)) assert.ok(uses ?? steps, job);
    });

    it(`run existing scripts and tests: ${name}`, () => {
      for (const [, script = ''] of text.matchAll(/\bnpm run ([\w:-]+)/g))
        assert.ok(script in scripts, script);
      for (const [, named = ''] of text.matchAll(/\bnpm test -- (.+)/g))
        assert.deepEqual(
          named.split(' ').filter((room) => !ROOM_NAMES.includes(room)),
          [],
        );
    });
  }

  it('leave out on Windows only what cannot run there', () => {
    const text = fs.readFileSync(path.join(REPO, '.github/workflows/test.yml'), 'utf8');
    const [, named = ''] = /npm test -- (.*\bwindow.*|.*workbench.*)/.exec(text) ?? [];
    assert.deepEqual(
      ROOMS.filter(({ name, onlyInAll }) => !onlyInAll && !named.split(' ').includes(name)).map(
        ({ name }) => name,
      ),
      ['window'],
    );
  });
});
