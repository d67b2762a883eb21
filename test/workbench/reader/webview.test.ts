import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ImagePolicy } from '../../../src/workbench/reader/panel/imagePolicy.ts';
import type { Reader } from '../../../src/workbench/reader/reader.ts';
import { file, HARBOUR, parts, run, until, uriOf, write } from '../support/parts.ts';

const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC';

/** The ways in which a reader is created. */
const WAYS: Readonly<Record<string, () => Thenable<unknown>>> = {
  'a reader': () => run('openBriefing', file(HARBOUR)),
  'a reader in a new tab': () => run('openInNewTab', file(HARBOUR)),
  'an editor': () => vscode.commands.executeCommand('vscode.openWith', file(HARBOUR), 'briefings.editor'),
};

describe('The webview of', () => {
  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { readers } = await parts();
    await until('no reader', () => readers.location === undefined);
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const [name, open] of Object.entries(WAYS)) {
    it(`${name} may run its own script, and load nothing`, async () => {
      const { webview } = (await opened(open)).panel.panel;
      assert.deepEqual(webview.options, { enableScripts: true, enableForms: false, localResourceRoots: [] });
    });

    it(`${name} keeps nothing alive while it is hidden`, async () => {
      const { panel } = (await opened(open)).panel;
      assert.deepEqual(panel.options, { enableFindWidget: true });
    });
  }

  it('a briefing with images beside it may also load files from its folder', async () => {
    const { readers, parse } = await parts();
    await write(
      file('briefings/a.png'),
      Uint8Array.from(atob(PICTURE), (sign) => sign.charCodeAt(0)),
    );
    await run('openBriefing', file(HARBOUR));
    const uri = file('briefings/pictured.md').toString();
    const text = '# Pictured\n\n![a](a.png) ![b](../../b.png) ![c](/c.png) ![The bay](gone.png)\n';
    readers.open(uri, parse(text, 'pictured.md'));
    const { webview } = readers.requireCurrent().panel.panel;
    const roots = () => (webview.options.localResourceRoots ?? []).map(String);
    // The real location of the image is resolved before the page is made.
    await until('the page', () => roots().length > 0);
    assert.deepEqual(roots(), [file('').toString()]);
    assert.match(webview.html, /<img [^>]*a\.png"/);
    assert.ok(
      webview.html.includes('<span class="image">The bay<br>Image file not found: gone.png</span>'),
      'its words, where it is not there',
    );
    assert.ok(
      webview.html.includes('<span class="image">c<br>Image cannot be shown: /c.png</span>'),
      'that it is on no disk: a path of a site',
    );
    await vscode.workspace.fs.delete(file('briefings/a.png'));
  });

  it('every page has a nonce of its own', async () => {
    const { readers } = await parts();
    const nonces: string[] = [];
    const uris = [file(HARBOUR), file('letter.md'), file(HARBOUR)];
    for (const uri of uris) {
      await run('openInNewTab', uri);
      const { html } = readers.requireCurrent().panel.panel.webview;
      const [, nonce = ''] = /<script nonce="(\w+)"/.exec(html) ?? [];
      assert.match(nonce, /^[\da-f]{32}$/);
      nonces.push(nonce);
    }
    assert.equal(new Set(nonces).size, uris.length);
  });

  async function opened(open: () => Thenable<unknown>): Promise<Reader> {
    const { readers } = await parts();
    await open();
    await until('the reader', () => uriOf(readers) === file(HARBOUR).toString());
    return readers.requireCurrent();
  }
});

describe('Images from the web', () => {
  it('are counted once each, by host', async () => {
    const { readers } = await parts();
    await run('openBriefing', file(HARBOUR));
    const { webview } = readers.requireCurrent().panel.panel;
    const addresses = [
      ...['https://www.a.example/1.png', 'https://b.example/1.png', 'https://b.example/2.png'],
      ...['https://b.example/1.png', 'https://c.example:8443/1.png', 'bay.png', 'https://*.example/1.png'],
      ...['javascript:x', 'https://good.example@evil.example/1.png'],
    ];
    const images = new ImagePolicy(webview, new Map(), new Set());
    assert.equal(images.summary, undefined);
    for (const address of addresses) images.decide(address);
    assert.deepEqual(images.summary, { count: 4, hosts: ['b.example', 'a.example', 'c.example:8443'] });
    assert.deepEqual(images.cspSources, []);
    const wanted = new ImagePolicy(webview, new Map(), new Set(images.offeredAddresses));
    for (const address of addresses) wanted.decide(address);
    assert.equal(wanted.summary, undefined);
    assert.deepEqual(wanted.cspSources, [
      'https://b.example/1.png',
      'https://b.example/2.png',
      'https://c.example:8443/1.png',
      'https://www.a.example/1.png',
    ]);
  });
});

describe('Images in the text of a briefing', () => {
  it('are shown if they are images, and never if they are documents', async () => {
    const { readers } = await parts();
    await run('openBriefing', file(HARBOUR));
    const { webview } = readers.requireCurrent().panel.panel;
    const images = new ImagePolicy(webview, new Map(), new Set());
    for (const kind of ['png', 'gif', 'jpeg', 'webp'])
      assert.equal(images.decide(`data:image/${kind};base64,${PICTURE}`)?.kind, 'show', kind);
    const documents = [
      'image/svg+xml',
      'image/svg',
      'IMAGE/SVG+XML',
      'text/html',
      'application/xml',
      'image/png+xml',
    ];
    for (const kind of documents)
      for (const address of [`data:${kind};base64,${PICTURE}`, `data:${kind},<svg/>`])
        assert.equal(images.decide(address), undefined, address);
    assert.equal(images.decide('data:image/png;base64,a"b'), undefined);
    assert.equal(images.decide('data:image/png,x'), undefined);
    assert.deepEqual(images.cspSources, ['data:']);
    assert.deepEqual(images.roots, []);
  });
});
