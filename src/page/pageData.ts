import {
  type Place,
  type ReaderStyle,
  type ReaderView,
  type ReadingStatus,
  readState,
} from '../reader/messages.ts';
import type { PageStrings } from '../reader/content.ts';

/** The words that the script puts in the page itself. */
export type ScriptStrings = Pick<
  PageStrings,
  | 'left'
  | 'countRead'
  | 'read'
  | 'unread'
  | 'starred'
  | 'citing'
  | 'citingOne'
  | 'showImage'
  | 'end'
  | 'finished'
>;

/** What the extension says of a page beside its words: see pageRender(). */
export interface PageData {
  readonly uri: string;
  readonly view: ReaderView;
  readonly id: string | undefined;
  readonly place: Place | undefined;
  readonly render: number;
  /** How long the whole takes to read. */
  readonly seconds: number;
  readonly style: ReaderStyle;
  readonly status: ReadingStatus;
  readonly strings: ScriptStrings;
}

const NAMES = ['uri', 'view', 'id', 'place', 'render', 'seconds', 'style', 'status', 'strings'];

/** It is written by our own extension: JSON where it is more than a text. */
export function readData({ dataset }: HTMLElement): PageData {
  const uri = dataset['uri'] ?? '';
  const json = (name: string): unknown => JSON.parse(dataset[name] ?? 'null');
  return {
    uri,
    view: dataset['view'] === 'whole' ? 'whole' : 'takeaway',
    id: dataset['id'],
    place: readState({ uri, place: json('place') })?.place,
    render: Number(dataset['render']),
    seconds: Number(dataset['seconds']),
    style: json('style') as ReaderStyle,
    status: json('status') as ReadingStatus,
    strings: json('strings') as ScriptStrings,
  };
}

/** The other attributes of the body are VS Code's own. */
export function writeData({ dataset }: HTMLElement, data: Readonly<Record<string, string>>): void {
  for (const name of NAMES) {
    const value = data[name];
    if (value === undefined) Reflect.deleteProperty(dataset, name);
    else dataset[name] = value;
  }
}
