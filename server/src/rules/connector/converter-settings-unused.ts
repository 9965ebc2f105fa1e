import { inOrder } from '../in-order.ts';
import type { RelationRule } from '../rule.ts';
import { isOfService } from './scopes.ts';

const converters = ['key.converter', 'value.converter', 'header.converter'] as const;
const head = 'name=x\nconnector.class=com.example.Sink\ntopics=a\n';

export const converterSettingsUnused: RelationRule = {
  id: 'converter-settings-unused',
  title: 'Settings of a converter that the connector does not name',
  why: 'A connector that names no converter gets its worker’s, with the worker’s settings for it. What the connector says about a converter counts only beside the converter’s own name.',
  severity: 'warning',
  roles: ['connector'],
  kafka: { since: '0.10.1' },
  source: 'KIP-75; org.apache.kafka.connect.runtime.isolation.Plugins#newConverter',
  supersedes: ['unknown-key', 'invalid-value'],
  examples: [
    {
      text: `${head}«value.converter.schemas.enable»=false\n`,
      message: '`value.converter.schemas.enable` is ignored: the connector names no `value.converter`, so the worker’s counts as it is.',
    },
    { text: `${head}value.converter=org.apache.kafka.connect.json.JsonConverter\nvalue.converter.schemas.enable=false\n` },
    { text: `${head}output.data.format=JSON\nvalue.converter.schemas.enable=false\n` },
    { text: `${head}value.converter=\${env:CONVERTER}\nvalue.converter.schemas.enable=false\n` },
  ],
  reads: ['*'],
  *check(config) {
    if (!config.identity.whole || isOfService(config)) return;
    for (const converter of converters) {
      if (config.has(converter)) continue;
      const [setting] = inOrder(config, ({ key }) => key.startsWith(`${converter}.`));
      if (setting === undefined) continue;
      yield {
        at: setting,
        part: 'key',
        tag: 'unnecessary',
        message: `\`${setting.key}\` is ignored: the connector names no \`${converter}\`, so the worker’s counts as it is.`,
      };
    }
  },
};
