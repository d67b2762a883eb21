import type { Manifest, Setting } from './manifest.ts';
import { table } from './table.ts';

/** Who can set a setting, by its scope. */
const WHO = {
  window: 'you, or a workspace',
  machine: 'you, for this machine or the remote machine; not a workspace',
  application: 'you, for all windows; not a workspace',
};

/** docs/settings.md: all settings, with their possible values. */
export function settingsPage(manifest: Manifest): string {
  const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  const sections = Object.entries(manifest.contributes.configuration.properties).map(([name, setting]) =>
    section(name, setting, restrictedConfigurations.includes(name)),
  );
  return `# Settings

All settings are in the Settings editor, under **Briefing Reader**.

${sections.join('\n\n')}
`;
}

function section(name: string, setting: Setting, isRestricted: boolean): string {
  const who = WHO[setting.scope ?? 'window'];
  const trust = isRestricted && setting.scope === 'window' ? ' that is not in Restricted Mode' : '';
  return [
    `## \`${name}\``,
    words(setting),
    `- Default: ${shownDefault(setting)}\n- Values: ${kind(setting)}\n- Set by: ${who}${trust}`,
    ...values(setting),
    ...parts(setting),
  ].join('\n\n');
}

/** The default value of a setting, or `empty`. */
function shownDefault(setting: Setting): string {
  return shown(setting.default);
}

function words({ markdownDescription, description = '' }: Setting): string {
  // `#editor.fontSize#` is a link only in the Settings editor.
  return (markdownDescription ?? description).replace(/`#([\w.]+)#`/g, '`$1`');
}

/** `["a", "b"]` -> `a`, `b` as code. */
function shown(value: unknown): string {
  if (Array.isArray(value) && value.length > 0) return value.map(shown).join(', ');
  const isSimple = ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
  return isSimple ? `\`${value as string | number | boolean}\`` : 'empty';
}

function kind({ type, items, minimum, maximum, ...rest }: Setting): string {
  if (rest.enum) return rest.enum.map(shown).join(', ');
  if (type === 'array') return items?.type === 'object' ? 'a list of objects' : 'a list of strings';
  if (type === 'object') return 'an object';
  if (type === 'boolean') return '`true`, `false`';
  if (type === 'string') return 'a string';
  return `a number from ${String(minimum)} to ${String(maximum)}${type === 'number' ? '' : ', or empty'}`;
}

/** What each value means. */
function values(setting: Setting): string[] {
  const { enumDescriptions } = setting;
  if (!setting.enum || !enumDescriptions) return [];
  return [
    table(
      ['value', 'description'],
      setting.enum.map((value, i) => [shown(value), enumDescriptions[i] ?? '']),
    ),
  ];
}

/** The properties of an object, or of each object of a list. */
function parts({ properties, items }: Setting): string[] {
  if (properties)
    return [
      table(
        ['key', 'default', 'description'],
        Object.entries(properties).map(([key, part]) => [shown(key), shown(part.default), words(part)]),
      ),
    ];
  if (!items?.properties) return [];
  const { required = [] } = items;
  const rows = Object.entries(items.properties).map(([key, part]) => {
    const meanings = (part.enum ?? []).map(
      (value, i) => ` ${shown(value)}: ${part.enumDescriptions?.[i] ?? ''}`,
    );
    return [shown(key), required.includes(key) ? 'required' : '', words(part) + meanings.join('')];
  });
  return [table(['key', '', 'description'], rows)];
}
