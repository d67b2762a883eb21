import * as vscode from 'vscode';
import { ellipsize } from '../../base/shorten.ts';
import { hitForModel } from './promptItems.ts';
import { type BriefingTool, limitOf } from './tool.ts';

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 50;
/** The maximum length of a query as it is shown to the user, in one line. */
const MAX_QUERY_LENGTH = 80;

const PARTIAL_MATCHES =
  'No result contains all words of the query. Those that contain most of them come first; `without` names the missing words.';

/** Searches all briefings, with the same filters as the user's search. */
export const searchTool: BriefingTool = {
  async answer({ query, limit }, { finder, readingLog }) {
    if (typeof query !== 'string' || query.trim() === '')
      throw new Error('Give a query: words, "a phrase", or a filter such as is:unread or after:2025-08.');
    await finder.index.complete();
    const most = limitOf(limit, DEFAULT_LIMIT, MAX_LIMIT);
    const found = finder.findPartial(query, MAX_LIMIT * 2);
    const problem = found.query.problems.find(({ kind }) => kind !== 'tooLong');
    if (problem && 'text' in problem)
      throw new Error(
        `"${problem.text}" is not a valid filter. The filters are is:unread, is:read, is:starred, site:example.com, in:"folder", after:YYYY-MM-DD and before:YYYY-MM-DD.`,
      );
    if (found.hits.length === 0)
      throw new Error('No results. Try fewer or other words. For new items, call briefings_unread.');
    return {
      items: found.hits.slice(0, most).map((hit) => hitForModel(hit, readingLog)),
      total: found.hits.length,
      hasMore: found.hasMore,
      ...(found.hits[0]?.without && { note: PARTIAL_MATCHES }),
      how: 'For other results, add words or filters. To read one in full, call briefings_read with its key.',
    };
  },
  progressMessage({ query }) {
    const shortQuery = typeof query === 'string' ? ellipsize(query, MAX_QUERY_LENGTH) : '';
    return vscode.l10n.t('Searching briefings for “{0}”', shortQuery);
  },
  get confirmation() {
    return vscode.l10n.t('The assistant receives the search results from your briefings.');
  },
};
