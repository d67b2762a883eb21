/**
 * VS Code’s four default themes: the name for pictures, the value of the setting, and the class of a
 * webview’s body.
 */
export const THEMES = [
  { name: 'dark', theme: 'Default Dark Modern', body: 'vscode-dark' },
  { name: 'light', theme: 'Default Light Modern', body: 'vscode-light' },
  { name: 'high-contrast', theme: 'Default High Contrast', body: 'vscode-high-contrast' },
  { name: 'high-contrast-light', theme: 'Default High Contrast Light', body: 'vscode-high-contrast-light' },
] as const;
