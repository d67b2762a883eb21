/** What tests need of Node if the extension host has it; in a web worker, `process` is only a name. */
export interface Node {
  readonly platform: string;
  getBuiltinModule(name: string): unknown;
}

const { process } = globalThis as { process?: Partial<Node> };

export const node: Node | undefined = process?.getBuiltinModule ? (process as Node) : undefined;
