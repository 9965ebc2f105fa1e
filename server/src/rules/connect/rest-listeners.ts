import type { Config } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import { atLeast } from '../../schema/version.ts';
import type { Finding, RelationRule } from '../rule.ts';

const keys = ['listeners', 'admin.listeners'] as const;
const advertised = 'rest.advertised.listener';
const hostName = 'rest.host.name';

export const restListeners: RelationRule = {
  id: 'rest-listeners',
  title: 'REST listeners are `http://host:port` or `https://host:port`',
  why: 'The worker’s REST server takes these two protocols only, with a port; an empty host is every address. It does not start with others.',
  severity: 'error',
  roles: ['connect-distributed', 'connect-standalone'],
  kafka: { since: '1.1' },
  source: 'KIP-208; org.apache.kafka.connect.runtime.rest.RestServer#createConnector',
  supersedes: ['invalid-value'],
  examples: [
    {
      text: 'listeners=«localhost:8083»\n',
      message: '`listeners` must give `localhost:8083` as `http://host:port` or `https://host:port`.',
      fixed: 'listeners=http://localhost:8083\n',
    },
    {
      text: 'listeners=«PLAINTEXT://:8083»\n',
      message: '`listeners` must give `PLAINTEXT://:8083` as `http://host:port` or `https://host:port`.',
    },
    { text: 'listeners=http://:8083,HTTPS://[::1]:8084\n' },
    { text: `«${advertised}»=\n`, message: `\`${advertised}\` must be \`http\` or \`https\`.` },
    { text: 'admin.listeners=\n' },
    { text: `${hostName}=«my host»\n`, kafka: '2.8', message: `\`${hostName}\` must be the name or address of a host.` },
    { text: `listeners=http://:8083\n${hostName}=my host\n`, kafka: '2.8' },
    { text: '«listeners»=,\n', kafka: '2.8', message: '`listeners` must give a listener such as `http://:8083`.' },
  ],
  reads: [...keys, advertised, hostName],
  *check(config) {
    // The workers inside of MirrorMaker have no REST server of their own.
    if (config.identity.parent !== undefined) return;
    const protocol = config.own(advertised);
    if (protocol?.definition !== undefined && protocol.value === '')
      yield { at: protocol, part: 'key', message: `\`${advertised}\` must be \`http\` or \`https\`.` };
    if (!atLeast(config.kafka, '3.0')) yield* withoutListeners(config);
    for (const key of keys) {
      const setting = config.own(key);
      if (setting === undefined || setting.unknown || setting.definition === undefined) continue;
      const urls = splitList(setting.value);
      const wrong = urls.find((url) => url !== '' && !/^https?:\/\/\[?[0-9a-zA-Z\-%._:]*]?:-?[0-9]+$/i.test(url));
      if (wrong === undefined) continue;
      const fixed = urls.map((url) => (/^[\w.-]*:\d+$/.test(url) ? `http://${url}` : url)).join(',');
      yield {
        at: setting,
        message: `\`${key}\` must give \`${wrong}\` as \`http://host:port\` or \`https://host:port\`.`,
        ...(fixed !== setting.value && {
          fixes: [{ title: 'Write it as `http://host:port`', safe: false, steps: [{ do: 'set', setting, value: fixed }] }],
        }),
      };
    }
  },
};

/** Until 2.8 a worker drops empty elements of its listeners, and makes one of host and port where no list is written. */
function* withoutListeners(config: Config): Generator<Finding> {
  const listeners = config.own('listeners');
  if (listeners !== undefined && listeners.value !== '') {
    if (!listeners.unknown && splitList(listeners.value).every((url) => url === ''))
      yield { at: listeners, part: 'key', message: '`listeners` must give a listener such as `http://:8083`.' };
    return;
  }
  const host = config.own(hostName);
  if (host === undefined || host.unknown || /^\[?[0-9a-zA-Z\-%._:]*]?$/.test(host.value)) return;
  yield { at: host, message: `\`${hostName}\` must be the name or address of a host.` };
}
