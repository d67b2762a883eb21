/** Keys of a story's headline. */
export const HEADLINES = ['headline', 'title', 'heading', 'name', 'titulo', 'titre', 'titolo', 'titel'];
/** Keys of the summary of a section, or of the whole. */
export const LEDES = [
  ...['lede', 'dek', 'summary', 'intro', 'introduction'],
  ...['overview', 'digest', 'description', 'desc', 'blurb'],
];
/** Keys of a story's text. */
export const BODIES = [
  ...['body', 'summary', 'text', 'description', 'desc', 'content', 'abstract', 'excerpt'],
  ...['summary_text', 'content_text', 'full_text', 'content_html', 'html', 'snippet', 'blurb'],
  ...['resumen', 'resumo'],
];

/** Keys of a list of sections, of a section's title, and of its stories. */
export const SECTIONS = ['sections', 'categories', 'topics', 'groups', 'tabs'];
export const TITLES = ['title', 'heading', 'name', 'label', 'category', 'topic'];
export const STORIES = [
  ...['stories', 'items', 'articles', 'news', 'entries'],
  ...['briefings', 'top_stories', 'top_items'],
];
/** Keys of a group's title if each group is of one source or day: `{ "source": "Gazette", "items": [] }`. */
export const GROUPS = ['source', 'source_name', 'outlet', 'publisher', 'feed', 'date'];

/** Keys of the name of a story's source. */
export const NAMES = [
  ...['source_label', 'source_name', 'source_title', 'source', 'outlet', 'publisher', 'person', 'speaker'],
  ...['fuente', 'fonte'],
];
/** Keys of the name of a listed source, and of its address. */
export const SOURCE_TITLES = ['name', 'title'];
export const ADDRESSES = ['url', 'link'];
