import { type How, inFolder, look, openWindow } from './windows.ts';

export interface Crowd {
  readonly acknowledged: number;
  readonly lost: number;
  readonly damaged: number;
  /** The average time from one mark of a window to its next. */
  readonly msPerMark: number;
  /** The time from the last mark of any window until every window has seen all marks. */
  readonly msUntilAllSeeAll: number;
}

/** Has several windows mark keys at the same time in one folder, each window one key after the other. */
export async function crowd(program: string, count: number, marks: number, how: How): Promise<Crowd> {
  return inFolder(async (folder) => {
    const total = count * marks;
    const windows = Array.from({ length: count }, (_, i) =>
      openWindow(program, 'share', folder, how, `w${i}`, marks, total),
    );
    await Promise.all(windows.map(({ ready }) => ready));
    const begun = Date.now();
    const marked = await Promise.all(windows.map(({ marked }) => marked));
    const seen = await Promise.all(windows.map(({ done }) => done));
    await Promise.all(windows.map(({ closed }) => closed));
    const { reading, warnings } = await look(folder);
    const acknowledged = windows.flatMap((window) => window.acknowledged);
    return {
      acknowledged: acknowledged.length,
      lost: acknowledged.filter((key) => !reading.isRead(key)).length,
      damaged: warnings.length,
      msPerMark: marked.reduce((ms, end) => ms + end - begun, 0) / total,
      msUntilAllSeeAll: Math.max(...seen) - Math.max(...marked),
    };
  });
}
