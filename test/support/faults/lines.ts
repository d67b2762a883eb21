import type { Logger } from '../../../src/library/ports.ts';

/** A logger that collects warnings and errors, and ignores information. */
export class Lines implements Logger {
  readonly warnings: string[] = [];

  info(): void {
    // Information is not a sign of a fault.
  }

  warn(message: string): void {
    this.warnings.push(message);
  }

  error(message: string): void {
    this.warnings.push(message);
  }
}
