import assert from 'node:assert/strict';
import esbuild from 'esbuild';
import { assignFields, shippedMarkdown } from '../support/build.ts';
import { REPO } from '../support/paths.ts';

describe('The markdown-it that is shipped', () => {
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

  it('is not built where a field is left that is defined in another way', () => {
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
    // A comment ends where it ends, not with the next one.
    const two = '_defineProperty(this, /** a */ name, 1); f(/** b */ "c", 2);';
    assert.throws(() => assignFields(`_defineProperty(this, "map", 1);\n${two}`), /not rewritten/);
  });

  it('is not built where it has no such field any more', () => {
    assert.throws(() => assignFields('function _defineProperty(e, r, t) {}'), /take this rewriting out/);
  });

  it('is all of the package’s own, rewritten', async () => {
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
  });
});
