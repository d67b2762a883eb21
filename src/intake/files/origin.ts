import type { ToMarkdown } from './briefingFile.ts';

/** The data that all files of a feed share. */
export interface Origin {
  /** The feed's title, or the name that the user gave it. */
  readonly name: string;
  /** The feed's address, normalized as in `FeedSource.url`. */
  readonly address: string;
  /** The page that the feed belongs to. */
  readonly page?: string | undefined;
  readonly language?: string | undefined;
  /** In ms since 1970. */
  readonly fetched: number;
  readonly toMarkdown: ToMarkdown;
}
