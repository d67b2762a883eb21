import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION_ID } from '../../../src/workbench/extensionId.ts';
import { file, HARBOUR, parts, until, write } from '../support/parts.ts';

/** What these tests need of Node, if the extension host has it. */
interface Node {
  readonly platform: string;
  readonly execPath: string;
  getBuiltinModule(name: 'node:fs'): {
    symlinkSync(target: string, path: string): void;
    truncateSync(path: string, size: number): void;
    existsSync(path: string): boolean;
    realpathSync(path: string): string;
    renameSync(from: string, to: string): void;
  };
  getBuiltinModule(name: 'node:child_process'): {
    execFileSync(command: string, args: readonly string[], options?: { readonly stdio: 'ignore' }): void;
  };
}
const { process } = globalThis as { process?: Partial<Node> };
const node = process?.getBuiltinModule ? (process as Node) : undefined;

/** A word from the file that the links lead to. */
const FOREIGN = 'root:';
const PASSWD = '/etc/passwd';

const LINKS: Readonly<Record<string, string>> = {
  'passwd.md': PASSWD,
  'zero.md': '/dev/zero',
  'nowhere.md': './not-there.md',
  'itself.md': 'itself.md',
  // Folders without a briefing of this test.
  self: '.',
  etc: '/etc',
};

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'empty.md': '',
  'nul.md': Uint8Array.of(0x23, 0, 0x41, 0),
  'half.md': Uint8Array.of(0x23, 0x20, 0xe2, 0x82),
  '[abc].md': '# Brackets\n',
  '{a,b}.md': '# Braces\n',
  'a%20b #1?.md': '# Signs\n',
  '\u202egnp.md': '# Turned\n',
};

// Windows has no such files.
if (node && node.platform !== 'win32')
  describe('Broken files', () => {
    const folder = file('briefings/faulty');
    const at = (name: string) => vscode.Uri.joinPath(folder, name);
    const disk = node.getBuiltinModule('node:fs');
    const programs = node.getBuiltinModule('node:child_process');

    before(async () => {
      for (const [name, content] of Object.entries(FILES)) await write(at(name), content);
      for (const [name, target] of Object.entries(LINKS)) disk.symlinkSync(target, at(name).fsPath);
      programs.execFileSync('mkfifo', [at('pipe.md').fsPath]);
      await vscode.workspace.fs.createDirectory(at('folder.md'));
      await write(at('huge.md'), '# Huge\n');
      disk.truncateSync(at('huge.md').fsPath, 3_000_000_000);
    });

    after(() => vscode.workspace.fs.delete(folder, { recursive: true }));

    /** Checks the entry of every file, none of which has a word from outside. */
    async function answers(): Promise<void> {
      const { library } = await parts();
      await library.refresh();
      for (const { uri } of [...library.entries]) {
        const opened = await library.open(uri);
        assert.ok(!JSON.stringify([library.get(uri), opened]).includes(FOREIGN), uri);
      }
      assert.ok(library.get(file(HARBOUR).toString())?.kind === 'briefing');
    }

    it('affect only themselves: each has its problem, and nothing outside is read', async () => {
      const { library } = await parts();
      await answers();
      for (const name of [
        ...Object.keys(FILES),
        'passwd.md',
        'zero.md',
        'nowhere.md',
        'pipe.md',
        'folder.md',
        'huge.md',
      ])
        assert.ok(library.get(at(name).toString()), name);
      const behind = [...library.entries].filter(({ uri }) => /faulty\/(?:self|etc)\//.test(uri));
      assert.deepEqual(behind, []);
    });

    it('do not lead outside while they are replaced by links and back', async () => {
      const { library } = await parts();
      const [one, link] = [at('swapped.md'), at('link.txt').fsPath];
      await write(one, '# Swapped\n');
      await until('the file', () => library.get(one.toString()));
      for (let i = 0; i < 30; i++) {
        disk.symlinkSync(PASSWD, link);
        const reading = library.open(one.toString());
        const looking = library.update(one.toString());
        disk.renameSync(link, one.fsPath);
        const [opened] = await Promise.all([reading, looking]);
        assert.ok(!JSON.stringify([opened, library.get(one.toString())]).includes(FOREIGN));
        await vscode.workspace.fs.delete(one);
        await write(one, `# Swapped ${i}\n`);
      }
    });

    it('affect only themselves in large numbers, too', async function () {
      const extension = vscode.extensions.getExtension(EXTENSION_ID);
      const program = `${extension?.extensionUri.fsPath ?? ''}/../shared/hostile/make-faults.mjs`;
      if (!disk.existsSync(program)) {
        console.log('      ../shared/hostile makes no faults here');
        this.skip();
      }
      // Behind a link, the program would not know that it is the one to run.
      programs.execFileSync(node.execPath, [disk.realpathSync(program), at('made').fsPath], {
        stdio: 'ignore',
      });
      assert.ok(disk.existsSync(at('made/FAULTS.json').fsPath));
      await answers();
    });
  });
