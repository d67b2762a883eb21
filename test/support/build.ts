import type { Plugin } from 'esbuild';
import { createRequire } from 'node:module';
import path from 'node:path';
import { REPO } from './paths.ts';

/** What the build does to markdown-it, for whatever runs the parser besides it. */
interface Build {
  /** Throws where the source has none of the fields that are rewritten, or keeps one. */
  readonly assignFields: (source: string) => string;
  readonly shippedMarkdown: Plugin;
}

export const { assignFields, shippedMarkdown } = createRequire(__filename)(
  path.join(REPO, 'esbuild.js'),
) as Build;
