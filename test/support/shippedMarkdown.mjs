// node --import tsx --import ./test/support/shippedMarkdown.mjs …: what is run so imports the markdown-it that is shipped.
import esbuild from 'esbuild';
import Module, { createRequire } from 'node:module';
import path from 'node:path';

const NAME = 'markdown-it';
const repo = path.join(import.meta.dirname, '..', '..');
const { shippedMarkdown } = createRequire(import.meta.url)('../../esbuild.js');

const { outputFiles } = await esbuild.build({
  stdin: { contents: `export { default } from '${NAME}';`, resolveDir: repo },
  bundle: true,
  write: false,
  format: 'cjs',
  platform: 'browser',
  target: 'es2022',
  plugins: [shippedMarkdown],
  logLevel: 'warning',
});
const shipped = new Module(NAME);
shipped._compile(outputFiles[0].text, path.join(repo, 'out', `${NAME}.cjs`));

// TypeScript is run as CommonJS here: whatever imports a package asks this function for it.
const load = Module._load;
Module._load = (request, ...others) => (request === NAME ? shipped.exports : load(request, ...others));
