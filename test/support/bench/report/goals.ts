/** The goal of a row of the table: what is measured (`work`), what it is compared to (`anchor`), and the limit. */
export interface Goal {
  readonly work: string;
  readonly anchor: string;
  /** The largest allowed value; the smallest, if `isLeast`. */
  readonly goal: number;
  readonly unit: Unit;
  readonly isLeast?: true;
}

/** `×`: a multiple of the anchor; `%`: a part of what is allowed. */
export type Unit = '×' | '%' | 'ms' | 'MB' | 'B' | 'files/s';

/** The limits for any accepted text: CPU time in ms, and the memory of its process in bytes. */
export const COST = { parsed: 1_000, rendered: 2_000, memory: 400e6 };

const COST_WORDS = 'the limits for any text: 1 s to parse, 2 s to parse and render, 400 MB';
const FELT = 'what a person notices while typing or looking';
const PREVIEW = 'VS Code’s own Markdown preview in the same window';
const FIFTY = 'the same window after its first 50 rounds';

/** The goals of all rows, by bench and key. docs/performance.md explains each by its `work`. */
export const GOALS = {
  parse: {
    ratio: {
      work: 'Parse real briefings',
      anchor: '`markdown-it` alone on the same texts',
      goal: 2.5,
      unit: '×',
    },
    cost: {
      work: 'Read the worst of our own expensive texts',
      anchor: COST_WORDS,
      goal: 100,
      unit: '%',
    },
  },
  growth: {
    ratio: {
      work: 'Parse a byte of the longest text',
      anchor: 'a byte of a text of 20 kB of the same kind',
      goal: 1.5,
      unit: '×',
    },
    cost: {
      work: 'Read the worst of all expensive texts',
      anchor: COST_WORDS,
      goal: 100,
      unit: '%',
    },
  },
  intake: {
    stretch: {
      work: 'Read mail, a page or a feed: the longest stretch of work',
      anchor: 'a second in which nothing else can run',
      goal: 1_000,
      unit: 'ms',
    },
    memory: {
      work: 'Read mail, a page or a feed: memory',
      anchor: 'the memory of a process that does nothing else',
      goal: 300,
      unit: 'MB',
    },
    feed: {
      work: 'Read a feed of 10,000 entries',
      anchor: '`feedsmith` on the same bytes',
      goal: 1,
      unit: '×',
    },
  },
  library: {
    build: {
      work: 'Build the library for the first time',
      anchor: 'VS Code with the same settings and no briefing',
      goal: 1_500,
      unit: 'files/s',
      isLeast: true,
    },
    warmTree: {
      work: 'Fill the tree at any later start',
      anchor: FELT,
      goal: 300,
      unit: 'ms',
    },
    memory: {
      work: 'Remember a briefing: memory',
      anchor: 'the same extension host with no briefing',
      goal: 2_000,
      unit: 'B',
    },
    gap: {
      work: 'Let others wait while the library is built',
      anchor: FELT,
      goal: 100,
      unit: 'ms',
    },
    change: {
      work: 'Show a changed file in the tree',
      anchor: FELT,
      goal: 200,
      unit: 'ms',
    },
  },
  opening: {
    least: {
      work: 'Open a window with 1,000 briefings',
      anchor: 'a window with a minimal extension',
      goal: 1.25,
      unit: '×',
    },
    found: {
      work: 'Show today’s briefing in a new window',
      anchor: 'the moment when VS Code’s workbench is ready',
      goal: 2_000,
      unit: 'ms',
    },
  },
  activation: {
    work: {
      work: 'Work before the tree’s first row',
      anchor: 'a minimal extension',
      goal: 15,
      unit: 'ms',
    },
  },
  search: {
    key: {
      work: 'Answer a key of the search',
      anchor: FELT,
      goal: 50,
      unit: 'ms',
    },
    load: {
      work: 'Load the search index',
      anchor: 'what a person waits for, once in each window that is searched',
      goal: 800,
      unit: 'ms',
    },
    share: {
      work: 'Keep the search index: disk',
      anchor: 'the texts that are in it',
      goal: 1.5,
      unit: '×',
    },
  },
  reader: {
    firstOpen: {
      work: 'Open a briefing',
      anchor: PREVIEW,
      goal: 1,
      unit: '×',
    },
    anotherBriefing: {
      work: 'Follow a link to another briefing',
      anchor: PREVIEW,
      goal: 0.5,
      unit: '×',
    },
    largeOpen: {
      work: 'Open a briefing of 500 kB',
      anchor: PREVIEW,
      goal: 0.6,
      unit: '×',
    },
    item: {
      work: 'Show another takeaway',
      anchor: 'a frame of a screen with 60 Hz',
      goal: 16,
      unit: 'ms',
    },
  },
  language: {
    key: {
      work: 'Follow a key in a briefing that is written',
      anchor: FELT,
      goal: 50,
      unit: 'ms',
    },
  },
  soak: {
    host: {
      work: 'Read 500 times in one window: memory of the extension host',
      anchor: FIFTY,
      goal: 1.2,
      unit: '×',
    },
    page: {
      work: 'Read 500 times in one window: memory of the page',
      anchor: FIFTY,
      goal: 1.2,
      unit: '×',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Goal>>>>;

export type BenchName = keyof typeof GOALS;
