import { type How, inFolder, look, openWindow } from './windows.ts';

export interface Crowd {
  readonly acknowledged: number;
  readonly lost: number;
  readonly damaged: number;
  /** From one mark of a window to its next, in ms. */
  readonly msPerMark: number;
  /** From the last mark of all until the last window sees all, in ms. */
  readonly msUntilAllSeeAll: number;
}

/** Several windows that mark at once in one folder, each one key after the other. */
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
