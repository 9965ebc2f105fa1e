import type { Setting } from '../../configs/config.ts';
import { librdkafkaHistory, librdkafkaNames, newestLibrdkafka } from '../../schema/librdkafka.ts';
import { nearestOf } from '../../schema/nearest.ts';
import type { Finding, SettingRule } from '../rule.ts';

export const librdkafkaUnknownName: SettingRule = {
  id: 'librdkafka-unknown-name',
  title: 'A name that librdkafka does not know',
  why: 'librdkafka refuses every name that it does not know: the client is not created. A program may take names of its own out of the file first, so that one which resembles none of librdkafka’s is a warning.',
  severity: 'error',
  roles: 'all',
  family: 'librdkafka',
  source: 'librdkafka, rdkafka_conf.c: rd_kafka_anyconf_set; judged by confluent-kafka',
  examples: [
    {
      text: 'sasl.username=app\n«batch.sise»=1\n',
      role: 'client',
      message: 'librdkafka does not know `batch.sise`. Did you mean `batch.size`?',
      severity: 'error',
      fixed: 'sasl.username=app\nbatch.size=1\n',
    },
    {
      text: 'sasl.username=app\n«orders.consumer.threads»=4\n',
      role: 'client',
      severity: 'warning',
      message: 'librdkafka does not know `orders.consumer.threads` and refuses it, unless the program takes it out first.',
    },
    {
      text: '# kafka-config: librdkafka=2.5\nsasl.username=app\ngroup.id=a\n«https.ca.pem»=x\n',
      role: 'consumer',
      message: 'librdkafka 2.5 does not know `https.ca.pem`: it came with 2.11.',
    },
    { text: 'sasl.username=app\nschema.registry.url=http://localhost:8081\nbasic.auth.user.info=a:b\ntopic=orders\n', role: 'client' },
  ],
  reads: 'each',
  of: ({ definition }) => definition === undefined,
  *check(setting) {
    const { key } = setting;
    if (isOthers(setting)) return;
    yield librdkafkaHistory(key).length > 0 ? ofAnotherVersion(setting) : unknown(setting);
  },
};

/** Bindings, registries and interceptors read names of their own; names without a dot, and those behind `topic.`, are not judged. */
function isOthers({ key, config }: Setting): boolean {
  if (!key.includes('.') || config.has('plugin.library.paths')) return true;
  return /^(schema[._]registry|basic\.auth|bearer\.auth|auto\.register|use\.latest|(key|value)\.(subject|converter)|subject\.|topic\.|\{topic\}\.|dotnet\.|go\.|js\.|kcat\.|confluent\.|default\.topic\.config|rules?\.|avro\.|json\.|protobuf\.)/i.test(
    key,
  );
}

function ofAnotherVersion(setting: Setting): Finding {
  const { key, config } = setting;
  const minor = config.identity.librdkafka ?? newestLibrdkafka();
  const periods = librdkafkaHistory(key);
  const later = periods.find(({ since }) => Number(since.replace('.', '')) > Number(minor.replace('.', '')));
  const when = later === undefined ? `${periods.at(-1)?.until ?? ''} was the last that did` : `it came with ${later.since}`;
  return { at: setting, part: 'key', message: `librdkafka ${minor} does not know \`${key}\`: ${when}.` };
}

function unknown(setting: Setting): Finding {
  const { key, config } = setting;
  const meant = nearestOf(librdkafkaNames(config.identity.librdkafka ?? newestLibrdkafka(), 'client'), key);
  if (meant === undefined)
    return {
      at: setting,
      part: 'key',
      severity: 'warning',
      message: `librdkafka does not know \`${key}\` and refuses it, unless the program takes it out first.`,
    };
  const fixes = config.has(meant)
    ? []
    : [{ title: `Change to \`${meant}\``, safe: false, steps: [{ do: 'rename', setting, key: meant }] } as const];
  return { at: setting, part: 'key', message: `librdkafka does not know \`${key}\`. Did you mean \`${meant}\`?`, fixes };
}
