// Builds dist/: the extension (one bundle for the Node and the web worker host), the file that loads it in Node, the
// script of the reader's page, the command-line check, and the pages on writing, one of them also as a skill for agents;
// and ThirdPartyNotices.txt, the licences of all bundled packages.
//   node esbuild.js [--watch] [--production] [--into FOLDER]
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');
/** The folder in which dist/ and the notices are written: this one, unless given. */
const into = process.argv.includes('--into') ? process.argv[process.argv.indexOf('--into') + 1] : __dirname;

/** The files in briefings/, listed at build time, as VS Code for the Web cannot list a folder. */
const bundledBriefings = fs.readdirSync(path.join(__dirname, 'briefings')).sort();
/** The page on writing briefings, in each language. */
const writingPages = fs
  .readdirSync(path.join(__dirname, 'docs'))
  .filter((name) => name.startsWith('writing-briefings.'));

/** `_defineProperty(this, "map", null)`, as a compiler has generated it, with the comment of the field inside. */
const DEFINED_FIELD = /_defineProperty\(\s*this,\s*(?:\/\*(?:(?!\*\/)[^])*\*\/\s*)*"(\w+)",/g;
/** Any other such call for an object: the rewriting cannot handle it. Calls for classes are fine, as they run once. */
const DEFINED = /(?<!function )_defineProperty\(\s*(?![A-Z]\w*,).*/g;

/**
 * Makes markdown-it assign the fields of its tokens and states directly. Its package defines them through one function
 * for all names, which took a sixth of the parsing time. Throws where there are no such calls, or some are left.
 */
function assignFields(source) {
  const assigned = source.replace(DEFINED_FIELD, '(this.$1 =');
  if (assigned === source)
    throw new Error('markdown-it assigns its fields itself now: take this rewriting out.');
  const left = assigned.match(DEFINED) ?? [];
  if (left.length > 0)
    throw new Error(`markdown-it defines fields in a way that is not rewritten: ${left[0]}`);
  return assigned;
}

/** What is left out of markdown-it and its plugin for footnotes, and what takes its place. */
const UNUSED = {
  'markdown-it': [
    // Its rules for typography, which are off, and its two other sets of rules.
    [/^\t\["(?:replacements|smartquotes)", \w+\],\n/gm, ''],
    [/,\n\tzero: \{[^]*?\n\t\}(?=\n\};)/, ''],
    // The two rules for HTML, which is text here, and what they know of it.
    [/^\t\["html_inline", html_inline\],\n|^\t\[\n\t\t"html_block",\n[^]*?^\t\],\n/gm, ''],
    [/^default_rules\.html_\w+ = [^]*?^\};\n/gm, ''],
    [/^(?:var HTML_SEQUENCES = \[[^]*?^\]|var HTML_OPEN_CLOSE_TAG_RE = .*);\n/gm, ''],
    // Tables of punctuation and symbols, which the engine has, too.
    ['ucmicro.P.test(ch) || ucmicro.S.test(ch)', String.raw`/[\p{P}\p{S}]/u.test(ch)`],
    // How it spells addresses, which the grammar does with the engine's own parser.
    [/^\tnormalizeLink(?:Text)?\(url\) \{\n[^]*?^\t\}\n/gm, ''],
    [/^import (?:punycode|\* as mdurl) from .*\n/gm, ''],
    // How it renders images: the extension has a rule of its own for them.
    [/^default_rules\.image = [^]*?^\};\n/m, ''],
    [/^\trenderInlineAsText\([^]*?^\t\}\n/m, ''],
    // Its shortcuts for texts of one line.
    [/^\t(?:parse|render)Inline\(src, .*\) \{\n[^]*?^\t\}\n/gm, ''],
    // The libraries that it passes on to plugins.
    [/^var lib = \{[^}]*\}/m, 'var lib = {}'],
    // The rule that looks for addresses in whole texts, which is off.
    ['\t["linkify", linkify$1],\n', ''],
  ],
  // Searches in whole texts, which only that rule needs.
  'linkify-it': [
    [/^\t(?:test|match|get_(?:tld|fuzzy_\w+|mail_name_validator))\((?:text)?\) \{[^]*?\n\t\}\n/gm, ''],
  ],
  // Footnotes are rendered by the extension itself.
  'markdown-it-footnote': [[/^ {2}md\.renderer\.rules\.\w+ += .*\n/gm, '']],
  // The index is filled, saved and restored in pieces by the extension itself, and suggests nothing.
  minisearch: [
    [
      /^ {4}(?:static )?(?:async )?(?:(?:add|remove|discard)All(?:Async)?|replace|autoSuggest|load\w+|instantiate\w+|toJSON|get\w+)\([^]*?^ {4}\}\n/gm,
      '',
    ],
  ],
  // The lines around an error, which nobody sees: what is broken is read in a simpler way.
  'js-yaml': [['mark.snippet = makeSnippet(mark);', '']],
  'smol-toml': [['makeCodeBlock(options.toml, line, column)', "''"]],
  // Drawings are left out: of the names in them, only the element that may hold HTML matters.
  htmlparser2: [
    [/(?<=^const svgTagNameAdjustments = new Map\(\[)[^]*?(?=^\]\);)/m, '["foreignobject", "foreignObject"]'],
  ],
  // Files that are attached stay as they are. A mail is given as bytes, neither as a stream nor as a blob.
  'postal-mime': [
    [/^ {4}async resolveStream\([^]*?^ {4}\}\n/m, ''],
    [/^ {8}if \(is(?:ReadableStream|Blob)\(input\)\) \{\n.*\n {8}\}\n/gm, ''],
    [/^import \{ base64ArrayBuffer \}.*\n/m, 'const base64ArrayBuffer = undefined;\n'],
  ],
};

/** Leaves out what is never used of a package, which esbuild cannot know. Throws where it is no longer there. */
function withoutUnused(source, name) {
  return UNUSED[name].reduce((text, [unused, instead]) => {
    const shorter = text.replace(unused, instead);
    if (shorter === text) throw new Error(`${name} no longer has ${unused}: take this rewriting out.`);
    return shorter;
  }, source);
}

/** Rewrites markdown-it and its plugin: for the build, and for everything that tests or measures them. */
const shippedMarkdown = {
  name: 'shipped-markdown',
  setup(build) {
    const rewrite = (filter, rewritten) => {
      build.onLoad({ filter }, ({ path: file }) => {
        try {
          return { contents: rewritten(fs.readFileSync(file, 'utf8')) };
        } catch (error) {
          return { errors: [{ text: error.message }] };
        }
      });
    };
    rewrite(/[\\/]markdown-it[\\/]dist[\\/]markdown-it\.mjs$/, (source) =>
      withoutUnused(assignFields(source), 'markdown-it'),
    );
    rewrite(/[\\/]linkify-it[\\/]build[\\/]index\.mjs$/, (source) => withoutUnused(source, 'linkify-it'));
    rewrite(/[\\/]markdown-it-footnote[\\/]index\.mjs$/, (source) =>
      withoutUnused(source, 'markdown-it-footnote'),
    );
  },
};

/** Leaves out what the extension does not use of other packages. */
const onlyUsed = {
  name: 'only-used',
  setup(build) {
    const filter =
      /[\\/](minisearch[\\/]dist[\\/]es[\\/]index|postal-mime[\\/]dist[\\/]esm[\\/]postal-mime|htmlparser2[\\/]dist[\\/]Parser|smol-toml[\\/]dist[\\/]error)\.js$/;
    build.onLoad({ filter }, ({ path: file }) => {
      const [, [name]] = filter.exec(file).map((part) => part.split(/[\\/]/));
      return { contents: withoutUnused(fs.readFileSync(file, 'utf8'), name) };
    });
  },
};

/** Makes all files share VS Code's API object, which esbuild would copy, name by name, for each importing file. */
const sharedApi = {
  name: 'shared-api',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/](?:extension|workbench[\\/].*)\.ts$/ }, ({ path: file }) => ({
      contents: fs
        .readFileSync(file, 'utf8')
        .replace("import * as vscode from 'vscode';", "import vscode from 'vscode';"),
      loader: 'ts',
    }));
    build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'shared-api'
        ? { path: 'vscode', external: true }
        : { path: 'vscode', namespace: 'shared-api' },
    );
    build.onLoad({ filter: /^vscode$/, namespace: 'shared-api' }, () => ({
      contents: "export default require('vscode');",
    }));
  },
};

/** Makes postal-mime look up HTML entities in the table of the HTML parser instead of one of its own of 60 kB. */
const sharedNames = {
  name: 'shared-names',
  setup(build) {
    build.onLoad({ filter: /[\\/]postal-mime[\\/]dist[\\/]esm[\\/]html-entities\.js$/ }, () => ({
      resolveDir: __dirname,
      contents: `
        import { decodeHTMLStrict } from 'entities/decode';
        const characterOf = (table, name) => {
          const asked = name.replace(/;?$/, ';');
          const character = decodeHTMLStrict(asked);
          return character === asked ? undefined : character;
        };
        export const htmlEntities = new Proxy({}, { get: characterOf });
      `,
    }));
  },
};

/**
 * Leaves out what js-yaml prepares to write YAML, in the one file that also reads it: esbuild cannot know that nothing
 * else depends on the tags and patterns which are made there. Nor can it know that the schema is always given, so that
 * the one with numbers is never used.
 */
const onlyReadsYaml = {
  name: 'only-reads-yaml',
  setup(build) {
    build.onLoad({ filter: /[\\/]js-yaml[\\/]dist[\\/]js-yaml\.mjs$/ }, ({ path: file }) => ({
      contents: withoutUnused(fs.readFileSync(file, 'utf8'), 'js-yaml')
        .replace(
          /(?<=^var \w+ = )((?:define\w+Tag\(|new Schema\(|\w+\.withTags\()[^]*?^[\]}]\)|(?:new RegExp\(|(?:String\.raw)?`).*);$/gm,
          '/* @__PURE__ */ (() => $1)();',
        )
        .replace(/(?<=^var DEFAULT_\w+ = )(\{[^]*?^\});$/gm, '/* @__PURE__ */ (() => ($1))();')
        .replaceAll(/(?<=^\tschema: )CORE_SCHEMA\b/gm, 'FAILSAFE_SCHEMA'),
    }));
  },
};

/** The names that a file exports, if all of them are functions; else undefined. */
function functionsOf(file) {
  const exported = [...fs.readFileSync(file, 'utf8').matchAll(/^export (?!type|interface)(.*)/gm)];
  const names = exported.map(([, line]) => /^(?:async )?function\*? (\w+)/.exec(line)?.[1]);
  return names.length > 0 && names.every(Boolean) ? names : undefined;
}

/**
 * Defers the evaluation of src/briefing until it is first called from outside that folder: a start at which all files
 * are known calls none of it before the sidebar has its rows.
 */
const whenCalled = {
  name: 'when-called',
  setup(build) {
    const isInside = (file) => /[\\/]src[\\/]briefing[\\/]/.test(file);
    build.onResolve({ filter: /\/briefing\/.*\.ts$/ }, ({ path: name, importer, resolveDir, kind }) => {
      const file = path.join(resolveDir, name);
      if (isInside(importer) || kind !== 'import-statement' || !functionsOf(file)) return undefined;
      return { path: file, namespace: 'when-called' };
    });
    build.onResolve({ filter: /^when-called$/ }, () => ({ path: 'call', namespace: 'call' }));
    build.onLoad({ filter: /.*/, namespace: 'call' }, () => ({
      contents: `export const calling = (all, name) => (...given) => all()[name](...given);`,
    }));
    build.onLoad({ filter: /.*/, namespace: 'when-called' }, ({ path: file }) => ({
      resolveDir: path.dirname(file),
      contents: [
        `import { calling } from 'when-called';`,
        `let made; const all = () => (made ??= require(${JSON.stringify(file)}));`,
        ...functionsOf(file).map((name) => `export const ${name} = /* @__PURE__ */ calling(all, '${name}');`),
      ].join('\n'),
    }));
  },
};

/** The plugins for the extension's bundle. */
const plugins = [shippedMarkdown, onlyUsed, sharedApi, sharedNames, onlyReadsYaml, whenCalled];

const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  target: 'es2022',
  platform: 'browser',
  charset: 'utf8',
  // All licences are in ThirdPartyNotices.txt.
  legalComments: 'none',
  // One directive for the whole bundle, instead of one in each of its five hundred modules.
  banner: { js: '"use strict";' },
  tsconfigRaw: { compilerOptions: { strict: false, verbatimModuleSyntax: true } },
  logLevel: 'warning',
  metafile: true,
  absWorkingDir: __dirname,
};

/** The check for use outside VS Code: one file that needs only Node. It is not part of the installed extension. */
const commandLine = {
  ...common,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/briefing-check.js',
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  sourcemap: false,
  banner: { js: '#!/usr/bin/env node\n"use strict";' },
  plugins: [shippedMarkdown, onlyReadsYaml],
  define: { VERSION: JSON.stringify(require('./package.json').version) },
};

const builds = [
  {
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    format: 'cjs',
    plugins,
    // The HTML parser keeps its state under these names, in two hundred places. Nothing else has them.
    mangleProps:
      /^(?:sectionStart|sequenceIndex|currentSequence|fastForwardTo|stateBeforeAttributeName|foreignContext)$/,
    define: {
      // As one string each: esbuild would make an array a module of its own, and import that into each file of the bundle.
      BUNDLED_BRIEFINGS: JSON.stringify(bundledBriefings.join('\n')),
      WRITING_PAGES: JSON.stringify(writingPages.join('\n')),
    },
  },
  {
    ...common,
    entryPoints: ['src/desktop/main.ts'],
    outfile: 'dist/desktop.js',
    format: 'cjs',
    platform: 'node',
  },
  {
    ...common,
    entryPoints: ['src/page/main.ts'],
    outfile: 'dist/page/main.js',
    format: 'iife',
  },
  commandLine,
];

/**
 * What agents see of docs/writing-briefings.md before they read it. VS Code requires its folder to have the same name.
 */
const SKILL = {
  name: 'write-briefing',
  description:
    'How to write a news briefing, digest or newsletter as a text file whose claims each cite their source, and how to check it. Use it when asked to write, mend or convert a briefing, a daily brief, a digest or a summary of news. Not for reading briefings, and not for other documents.',
};

/** The page as a skill: its text with a header that names it. */
function skillText() {
  const page = fs.readFileSync(path.join(__dirname, 'docs/writing-briefings.md'), 'utf8');
  const head = Object.entries(SKILL).map(([key, value]) => `${key}: ${value}`);
  return ['---', ...head, '---', '', page].join('\n').replace(/\r\n/g, '\n');
}

function writePages() {
  const skill = path.join(into, 'dist/skills', SKILL.name);
  fs.mkdirSync(skill, { recursive: true });
  fs.writeFileSync(path.join(skill, 'SKILL.md'), skillText());
  const pages = path.join(into, 'dist/writing');
  fs.mkdirSync(pages, { recursive: true });
  for (const name of writingPages)
    fs.copyFileSync(path.join(__dirname, 'docs', name), path.join(pages, name));
}

/** The folders of the packages with code in the bundles, from esbuild's metafiles: `node_modules/uc.micro`. */
function bundledPackages(metafiles) {
  const outputs = metafiles.flatMap((metafile) => Object.values(metafile.outputs));
  const files = outputs.flatMap(({ inputs }) =>
    Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0),
  );
  const folders = files.flatMap((file) => /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)];
}

/** A notice such as `uc.micro 2.1.0 (MIT)` with the package's licence, which each package requires to be included. */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const files = fs.readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  const texts = files.sort().map((file) => fs.readFileSync(path.join(folder, file), 'utf8').trim());
  if (texts.join('') === '')
    throw new Error(`${name} is bundled, and comes without the text of its licence.`);
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}

function writeNotices(metafiles) {
  const notices = bundledPackages(metafiles)
    .map((folder) => noticeOf(path.join(__dirname, folder)))
    .sort();
  const head = 'Briefing Reader contains the packages below, each under its own licence.';
  const text = `${[head, ...notices].join(`\n\n${'='.repeat(80)}\n\n`)}\n`.replace(/\r\n/g, '\n');
  fs.writeFileSync(path.join(into, 'ThirdPartyNotices.txt'), text);
}

/** Build options with the output placed in the folder `into`. */
function placed(options) {
  return { ...options, outfile: path.join(into, options.outfile) };
}

async function main() {
  if (!watch) {
    fs.rmSync(path.join(into, 'dist'), { recursive: true, force: true });
    const results = await Promise.all(builds.map((options) => esbuild.build(placed(options))));
    writeNotices(results.map(({ metafile }) => metafile));
    writePages();
    return;
  }
  writePages();
  for (const options of builds) await (await esbuild.context(placed(options))).watch();
  console.log('Watching src for changes; stop with Ctrl+C.');
}

module.exports = {
  assignFields,
  withoutUnused,
  shippedMarkdown,
  whenCalled,
  plugins,
  commandLine,
  skillText,
};

if (require.main === module) {
  main().catch((error) => {
    console.error(error.message ?? error);
    process.exit(1);
  });
}
