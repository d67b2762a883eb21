import type { BuildOptions, Plugin } from 'esbuild';
import { createRequire } from 'node:module';
import path from 'node:path';
import { REPO } from './paths.ts';

/** The exports of esbuild.js. Tests and benches run the parser with the same changes to markdown-it as the build. */
interface Build {
  /** Rewrites markdown-it's fields as assignments. Throws if a source has none of these fields, or if one is left. */
  readonly assignFields: (source: string) => string;
  /** Leaves out what is never used of a package. Throws if a part of that is not in the source. */
  readonly withoutUnused: (source: string, name: 'markdown-it' | 'markdown-it-footnote') => string;
  readonly shippedMarkdown: Plugin;
  /** Defers the evaluation of src/briefing to its first call. */
  readonly whenCalled: Plugin;
  /** All plugins of the extension's build. */
  readonly plugins: Plugin[];
  /** The build options of `briefing-check`. */
  readonly commandLine: BuildOptions;
  /** Returns docs/writing-briefings.md as a skill. */
  readonly skillText: () => string;
}

export const { assignFields, withoutUnused, shippedMarkdown, whenCalled, plugins, commandLine, skillText } =
  createRequire(__filename)(path.join(REPO, 'esbuild.js')) as Build;
