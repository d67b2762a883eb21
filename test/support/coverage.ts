import esbuild from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from './paths.ts';

/** The folders whose code has to be covered by the tests in plain Node. */
const COVERED = ['src/briefing', 'src/library', 'src/search', 'src/reader', 'src/share', 'src/language'];

const LINES = 95;

/** The part of a command line that starts c8, which measures the Node process that the rest of the line starts. */
export function coverageArguments(): string[] {
  return [
    'node_modules/c8/bin/c8.js',
    '--all',
    ...COVERED.flatMap((folder) => ['--src', folder, '--include', `${folder}/**/*.ts`]),
    ...COVERED.flatMap(typesOnly).flatMap((file) => ['--exclude', file]),
    ...['--check-coverage', '--lines', String(LINES)],
    ...['--reporter', 'text-summary', '--reporter', 'html', '--reports-dir', 'coverage'],
  ];
}

/** The files that only have types: they are never loaded, and c8 would count all of their lines as not covered. */
function typesOnly(folder: string): string[] {
  const absolute = path.join(REPO, folder);
  if (!fs.existsSync(absolute)) return [];
  return fs
    .readdirSync(absolute, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !hasCode(path.join(absolute, file)))
    .map((file) => path.posix.join(folder, file));
}

function hasCode(file: string): boolean {
  return esbuild.transformSync(fs.readFileSync(file, 'utf8'), { loader: 'ts' }).code.trim() !== '';
}
