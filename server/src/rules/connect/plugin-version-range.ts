import type { SettingRule } from '../rule.ts';
import { isNotRead } from '../values/invalid-value.ts';
import { versionRangeFault } from './version-range.ts';

const head = 'name=x\nconnector.class=com.example.Source\n';

export const pluginVersionRange: SettingRule = {
  id: 'plugin-version-range',
  title: 'Versions of a plug-in, as Maven writes them',
  why: 'With several versions of a plug-in installed a connector says which it wants: one version, or a range with `[` and `]` for “with” and `(` and `)` for “without”. What is no range is refused.',
  severity: 'error',
  roles: ['connector', 'mirror-maker', 'connect-distributed', 'connect-standalone'],
  kafka: { since: '4.1' },
  source:
    'KIP-891; org.apache.kafka.connect.runtime.isolation.PluginUtils#connectorVersionRequirement; org.apache.maven.artifact.versioning.VersionRange',
  supersedes: ['quoted-value'],
  examples: [
    {
      text: `${head}connector.plugin.version=«[1.0,2.0»\n`,
      message: '`connector.plugin.version` must be a version or a range such as `[1.0,2.0)`: a bracket is not closed.',
    },
    {
      text: `${head}connector.plugin.version=«[2.0,1.0]»\n`,
      message: '`connector.plugin.version` must be a version or a range such as `[1.0,2.0)`: the end comes before the beginning.',
    },
    {
      text: `${head}transforms=t\ntransforms.t.type=com.example.T\ntransforms.t.plugin.version=«(1.0)»\n`,
      message: '`transforms.t.plugin.version` must be a version or a range such as `[1.0,2.0)`: a single version stands in `[` and `]`.',
    },
    { text: `${head}connector.plugin.version=[1.0,2.0),[3.0,)\n` },
    { text: `${head}connector.plugin.version=3.1.4-SNAPSHOT\n` },
    { text: `${head}connector.plugin.version=latest\n` },
  ],
  reads: 'each',
  of: ({ key }) => key.endsWith('plugin.version'),
  *check(setting) {
    const { key, value } = setting;
    if (setting.unknown || setting.definition === undefined || isNotRead(setting)) return;
    const fault = versionRangeFault(value);
    if (fault === undefined) return;
    yield {
      at: setting,
      message: `\`${key}\` must be a version or a range such as \`[1.0,2.0)\`: ${fault}.`,
    };
  },
};
