import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../support/paths.ts';
import { dangersIn } from './dangers.ts';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

describe('The dependencies', () => {
  const read = (file: string) => fs.readFileSync(path.join(REPO, file), 'utf8');
  const manifest = JSON.parse(read('package.json')) as Manifest;
  const { packages } = JSON.parse(read('package-lock.json')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const { '': own = {}, ...others } = packages;

  it('run nothing when they are installed', () => {
    const scripts = Object.keys(manifest.scripts).filter((name) => /install|prepare|^prepublish$/.test(name));
    assert.deepEqual(scripts, []);
    assert.match(read('.npmrc'), /^ignore-scripts=true$/m);
    const shipped = Object.entries(others).filter(([, { dev }]) => dev !== true);
    assert.ok(shipped.length >= 10);
    assert.deepEqual(
      shipped.filter(([, { hasInstallScript }]) => hasInstallScript === true),
      [],
    );
  });

  it('are locked byte for byte', () => {
    assert.deepEqual(
      [own.dependencies, own.devDependencies],
      [manifest.dependencies, manifest.devDependencies],
    );
    for (const [place, { integrity = '' }] of Object.entries(others))
      assert.match(integrity, /^sha512-/, place);
  });
});

describe('A script that evaluates strings or uses the network', () => {
  const harmful = [
    'eval(x)',
    '(0,eval)(x)',
    'new Function(x)',
    'Function(x)()',
    'a.constructor("x")',
    'setTimeout("x", 1)',
    'import(x)',
    'require("node:http")',
    'require(x)',
    'process.getBuiltinModule("node:child_process")',
    'fetch(x)',
    'globalThis.fetch(x)',
    'globalThis["fe" + "tch"](x)',
    'const { fetch: a } = globalThis',
    'const { fetch } = self',
    'new WebSocket(x)',
    'new XMLHttpRequest',
    'navigator.sendBeacon(x)',
    'navigator.serviceWorker.register(x)',
    'new Worker(x)',
    'new Script(x).runInThisContext()',
    'vm.compileFunction(x)',
  ];

  it('is found', () => {
    for (const script of harmful) assert.notDeepEqual(dangersIn(`let a=1;${script}`), [], script);
  });

  it('is not confused with one that only has such words', () => {
    const harmless = [
      'index.fetch(x)',
      'class A { fetch(x) {} }',
      '({ eval: 1 })',
      '"eval(x)"',
      'require("vscode")',
    ];
    for (const script of harmless) assert.deepEqual(dangersIn(script), [], script);
  });
});
