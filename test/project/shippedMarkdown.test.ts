import assert from 'node:assert/strict';
import esbuild from 'esbuild';
import { assignFields, shippedMarkdown, withoutUnused } from '../support/build.ts';
import { REPO } from '../support/paths.ts';

describe('The rewritten markdown-it', () => {
  it('assigns its fields', () => {
    const fields = [
      ['_defineProperty(this, "map", null);', '(this.map = null);'],
      [
        '_defineProperty(\n\tthis,\n\t/**\n\t* Its `type`, "a".\n\t*/\n\t"type",\n\ttype\n);',
        '(this.type =\n\ttype\n);',
      ],
      ['_defineProperty(this, /* a */ /* b */ "c", f(1));', '(this.c = f(1));'],
    ] as const;
    for (const [defined, assigned] of fields) assert.equal(assignFields(defined), assigned);
  });

  it('is not built if a field is still defined in another way', () => {
    const ways = [
      '_defineProperty(this, name, 1);',
      '_defineProperty(self, "map", 1);',
      "_defineProperty(this, 'map', 1);",
    ];
    for (const way of ways)
      assert.throws(
        () => assignFields(`_defineProperty(this, "map", 1);\n${way}`),
        /not rewritten: _define/,
        way,
      );
    // A comment ends at its own end, not at that of the next one.
    const two = '_defineProperty(this, /** a */ name, 1); f(/** b */ "c", 2);';
    assert.throws(() => assignFields(`_defineProperty(this, "map", 1);\n${two}`), /not rewritten/);
  });

  it('is not built if the field no longer exists', () => {
    assert.throws(() => assignFields('function _defineProperty(e, r, t) {}'), /take this rewriting out/);
  });

  it('is not built if what is left out of it no longer exists', () => {
    for (const name of ['markdown-it', 'markdown-it-footnote'] as const)
      assert.throws(() => withoutUnused('var config = {};', name), /take this rewriting out/);
  });

  it('covers all files of the package', async () => {
    const { outputFiles } = await esbuild.build({
      stdin: { contents: "export { default } from 'markdown-it';", resolveDir: REPO },
      bundle: true,
      write: false,
      format: 'esm',
      plugins: [shippedMarkdown],
    });
    const text = outputFiles[0]?.text ?? '';
    assert.ok(text.includes('this.tokens = []'));
    assert.ok(!/_defineProperty\(\s*this/.test(text));
    assert.ok(!/\["smartquotes"|commonmark:|ucmicro|function html_/.test(text));
  });
});
