import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The import rules of a folder of src: it may import itself, the given folders (`types` only as types) and packages;
 * nothing else. `rooms`: its subfolders, each of which may import those before it, `.` for the files directly in the
 * folder; all of them may import the files `shared`. The rules are the table "Who may import whom" of CONTRIBUTING.md,
 * so adding to them weakens the architecture.
 */
function room(folder, { folders = [], types = [], packages = [], rooms = [], shared = [] }) {
  const message = `src/${folder} may not import this: see "who may import whom" in CONTRIBUTING.md.`;
  const wall = (files, depth, own) => {
    // The relative path from a file at some depth below its folder up to src.
    const up = '\\.\\./'.repeat(depth + 1);
    const allowed = [...own, ...folders.map((f) => `${up}${f}/`), ...packages.map((p) => `${p}$`)];
    const asTypes = types.map((f) => `${up}${f}/`);
    return {
      files: [files],
      rules: {
        '@typescript-eslint/no-restricted-imports': [
          'error',
          {
            patterns: [
              { regex: `^(?!${[...allowed, ...asTypes].join('|')})`, message },
              ...asTypes.map((regex) => ({ regex: `^${regex}`, allowTypeImports: true, message })),
            ],
          },
        ],
      },
    };
  };
  const walls = [0, 1, 2].map((depth) => {
    const upwards = Array.from({ length: depth }, (_, i) => `${'\\.\\./'.repeat(i + 1)}(?!\\.)`);
    return wall(`src/${folder}/${'*/'.repeat(depth)}*.ts`, depth, ['\\./', ...upwards]);
  });
  const inner = rooms.map((name, i) => {
    const before = rooms.slice(0, i);
    if (name === '.')
      return wall(`src/${folder}/*.ts`, 0, ['\\./\\w+\\.ts$', ...before.map((r) => `\\./${r}/`)]);
    const files = before.includes('.') ? ['\\w+'] : shared;
    const named = before.filter((r) => r !== '.').map((r) => `\\.\\./${r}/`);
    return wall(`src/${folder}/${name}/*.ts`, 1, [
      '\\./',
      ...named,
      ...files.map((f) => `\\.\\./${f}\\.ts$`),
    ]);
  });
  return [...walls, ...inner];
}

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'coverage/', '.vscode-test/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        // One program for all files: with one each for src, page, cli and test, shared types are examined four times.
        project: 'test/tsconfig.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Nothing in the extension may evaluate a string, and only one file may open connections: see below.
    files: ['src/**/*.ts'],
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-globals': [
        'error',
        ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts', 'localStorage'],
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'No file re-exports another.' },
        { selector: 'ExportNamedDeclaration[source]', message: 'No file re-exports another.' },
        { selector: 'Program > VariableDeclaration[kind!="const"]', message: 'No module keeps state.' },
        {
          selector: ':matches(CallExpression, NewExpression) > SpreadElement',
          message: 'A call takes only so many arguments, and content may be longer: use a loop.',
        },
        {
          selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
          message: 'Markup is made by the renderer only.',
        },
      ],
    },
  },
  {
    // This file is called only where there is a source, and only for its host and its redirects: test/workbench/feeds.
    files: ['src/workbench/feeds/fetching.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts', 'localStorage'],
      ],
    },
  },
  ...room('base', {}),
  ...room('briefing', {
    folders: ['base'],
    packages: ['markdown-it', 'markdown-it-footnote', 'js-yaml', 'smol-toml'],
    rooms: ['text', 'grammar', 'plain', 'blocks', 'items', 'structure', 'render', 'write', '.'],
    shared: ['model', 'problems'],
  }),
  ...room('library', {
    folders: ['base', 'briefing'],
    rooms: ['files', 'log', '.', 'progress', 'tree'],
    shared: ['ports'],
  }),
  ...room('search', { folders: ['base', 'briefing', 'library'], packages: ['minisearch'] }),
  ...room('reader', { folders: ['base'], types: ['briefing'] }),
  ...room('share', { folders: ['base', 'briefing', 'reader'] }),
  ...room('language', { folders: ['base', 'briefing'] }),
  ...room('intake', { folders: ['base', 'briefing'], packages: ['htmlparser2', 'postal-mime'] }),
  ...room('page', { folders: ['base', 'reader'], types: ['briefing'] }),
  ...room('cli', {
    folders: ['base', 'briefing', 'language'],
    packages: ['node:fs', 'node:path', 'node:process', 'node:util'],
  }),
  ...room('desktop', {
    packages: [
      ...[
        'node:crypto',
        'node:fs',
        'node:fs/promises',
        'node:module',
        'node:path',
        'node:process',
        'node:vm',
      ],
      'vscode',
    ],
  }),
  ...room('workbench', {
    folders: ['base', 'briefing', 'library', 'search', 'reader', 'share', 'intake', 'language'],
    // The extension's own name: only those two strings of the manifest remain after tree shaking.
    packages: ['vscode', '\\.\\./\\.\\./package\\.json'],
  }),
  {
    files: ['src/extension.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(?!\\./(workbench|library|search)/|vscode$)', message: 'extension.ts only wires.' },
          ],
        },
      ],
    },
  },
  {
    files: ['*.js', '*.mjs', 'test/support/start/landing/*.js'],
    languageOptions: {
      globals: {
        require: 'readonly',
        process: 'readonly',
        __dirname: 'readonly',
        console: 'readonly',
        module: 'readonly',
        exports: 'readonly',
      },
    },
  },
);
