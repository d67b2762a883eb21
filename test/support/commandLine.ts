/**
 * How a command is started. On Windows `npm` and `code` are scripts: only a shell starts them, and a shell
 * wants a path with a space in it quoted.
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
