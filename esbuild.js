// Builds dist/: the extension (one bundle for the Node and the web worker host) and the reader's page script.
//   node esbuild.js [--watch] [--production]
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** The files of briefings/: a folder cannot be listed in VS Code for the Web, so the build lists it. */
const bundledBriefings = fs.readdirSync(path.join(__dirname, 'briefings')).sort();

/** `_defineProperty(this, "map", null)`, as a compiler has written it, with the field's comment inside. */
const DEFINED_FIELD = /_defineProperty\(\s*this,\s*(?:\/\*\*[^]*?\*\/\s*)?"(\w+)",/g;

/**
 * Has markdown-it assign the fields of its tokens and states, which its package defines through one function for all
 * names: that took a sixth of the time in which a briefing is read.
 */
const assignFields = {
  name: 'assign-fields',
  setup(build) {
    build.onLoad({ filter: /[\\/]markdown-it[\\/]dist[\\/]markdown-it\.mjs$/ }, ({ path: file }) => {
      const source = fs.readFileSync(file, 'utf8');
      const contents = source.replace(DEFINED_FIELD, '(this.$1 =');
      if (contents !== source) return { contents };
      return { errors: [{ text: 'markdown-it assigns its fields itself now: take this plugin out.' }] };
    });
  },
};

const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  target: 'es2022',
  platform: 'browser',
  charset: 'utf8',
  logLevel: 'warning',
  absWorkingDir: __dirname,
};

const builds = [
  {
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    format: 'cjs',
    external: ['vscode'],
    plugins: [assignFields],
    define: { BUNDLED_BRIEFINGS: JSON.stringify(bundledBriefings) },
  },
  { ...common, entryPoints: ['src/page/main.ts'], outfile: 'dist/page/main.js', format: 'iife' },
];

async function main() {
  if (!watch) {
    fs.rmSync(path.join(__dirname, 'dist'), { recursive: true, force: true });
    await Promise.all(builds.map((options) => esbuild.build(options)));
    return;
  }
  for (const options of builds) await (await esbuild.context(options)).watch();
  console.log('Watching src for changes; stop with Ctrl+C.');
}

main().catch((error) => {
  console.error(error.message ?? error);
  process.exit(1);
});
