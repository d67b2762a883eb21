import type { FeedEntry } from './model.ts';

/** The entries of a feed by date, the latest first. Those without a date come last; all others keep their order. */
export function latestFirst<T extends Pick<FeedEntry, 'date'>>(entries: readonly T[]): readonly T[] {
  const timeOf = ({ date = '' }: T) => Date.parse(date) || 0;
  return [...entries].sort((a, b) => timeOf(b) - timeOf(a));
}
