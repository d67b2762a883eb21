// Builds dist/: the extension (one bundle for the Node and the web worker host) and the reader's page script.
//   node esbuild.js [--watch] [--production]
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** The files of briefings/: a folder cannot be listed in VS Code for the Web, so the build lists it. */
const bundledBriefings = fs.readdirSync(path.join(__dirname, 'briefings')).sort();

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
