import type { BuildOptions, Plugin } from 'esbuild';
import { createRequire } from 'node:module';
import path from 'node:path';
import { REPO } from './paths.ts';

/** What the build does to markdown-it, for whatever runs the parser besides it; and what else it makes. */
interface Build {
  /** Throws where the source has none of the fields that are rewritten, or keeps one. */
  readonly assignFields: (source: string) => string;
  readonly shippedMarkdown: Plugin;
  /** Has what reads briefings evaluated when it is first called. */
  readonly whenCalled: Plugin;
  /** All that the build of the extension does beside bundling. */
  readonly plugins: Plugin[];
  /** Of the check outside VS Code. */
  readonly commandLine: BuildOptions;
  /** docs/writing-briefings.md as a skill. */
  readonly skillText: () => string;
}

export const { assignFields, shippedMarkdown, whenCalled, plugins, commandLine, skillText } = createRequire(
  __filename,
)(path.join(REPO, 'esbuild.js')) as Build;
