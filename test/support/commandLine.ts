/**
 * Returns how to start a command. On Windows, `npm` and `code` are scripts, which only a shell can start; for a shell,
 * paths with spaces have to be quoted.
 */
export function commandLine(command: string, args: readonly string[]): CommandLine {
  const shell = process.platform === 'win32' && /^\w+$/.test(command);
  return { command, args: shell ? args.map((arg) => `"${arg}"`) : args, shell };
}

export interface CommandLine {
  readonly command: string;
  readonly args: readonly string[];
  readonly shell: boolean;
}
