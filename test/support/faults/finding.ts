/** What a run has found: a line to read, and the figures that decide. */
export interface Finding {
  readonly line: string;
  /** What was done. Where a figure of it is 0, nothing was shown. */
  readonly done: Readonly<Record<string, number>>;
  /** What must not have happened. */
  readonly zeros: Readonly<Record<string, number>>;
}

/** `100 kills: 4711 acknowledged, 3000 older; lost 0` */
export function lineOf({ line, done, zeros }: Finding): string {
  const figures = (some: Finding['done'], write: (what: string, figure: number) => string) =>
    Object.entries(some)
      .map(([what, figure]) => write(what, figure))
      .join(', ');
  return [
    [line, figures(done, (what, figure) => `${figure} ${what}`)].filter(Boolean).join(': '),
    figures(zeros, (what, figure) => `${what} ${figure}`),
  ]
    .filter(Boolean)
    .join('; ');
}

/** What is wrong in it, as `lost 3`. A figure that is no number is wrong, too. */
export function wrongIn({ done, zeros }: Finding): readonly string[] {
  const wrong = [
    ...Object.entries(done).filter(([, figure]) => !(figure > 0)),
    ...Object.entries(zeros).filter(([, figure]) => figure !== 0),
  ];
  return wrong.map(([what, figure]) => `${what} ${figure}`);
}
