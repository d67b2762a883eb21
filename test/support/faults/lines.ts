import type { Logger } from '../../../src/library/ports.ts';

/** A log whose lines are only counted. */
export class Lines implements Logger {
  readonly warnings: string[] = [];

  info(): void {
    // Nothing is wrong.
  }

  warn(message: string): void {
    this.warnings.push(message);
  }

  error(message: string): void {
    this.warnings.push(message);
  }
}
