import esbuild from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from './paths.ts';

/** The folders whose lines have to be run by the tests in plain node. */
const COVERED = ['src/briefing', 'src/library', 'src/search', 'src/reader', 'src/share', 'src/language'];

const LINES = 95;

/** c8's part of a command line: it measures the node process that the rest of the line starts. */
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

/** A file of types only is never loaded: c8 would count each of its lines as not run. */
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
