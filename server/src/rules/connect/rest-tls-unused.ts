import type { Config, Setting } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';

const lists = ['listeners', 'admin.listeners'] as const;

export const restTlsUnused: RelationRule = {
  id: 'rest-tls-unused',
  title: 'TLS settings of a REST server that speaks no HTTPS',
  why: 'A worker looks at what stands behind `listeners.https.` only when it makes a listener with HTTPS. Without one these settings do nothing, and the REST server stays open to all.',
  severity: 'warning',
  roles: ['connect-distributed', 'connect-standalone'],
  kafka: { since: '1.1' },
  source: 'KIP-208; org.apache.kafka.connect.runtime.rest.RestServer#createConnector, util.SSLUtils',
  supersedes: ['invalid-value', 'quoted-value', 'remark-in-value', 'class-kind', 'class-of-another-release', 'tls-store-combination'],
  examples: [
    {
      text: 'listeners=http://:8083\n«listeners.https.ssl.keystore.location»=/etc/connect/keys.p12\n',
      message: '`listeners.https.ssl.keystore.location` is ignored: none of `listeners` speaks HTTPS.',
    },
    { text: '«listeners.https.ssl.client.auth»=nope\n' },
    { text: 'listeners=http://:8083,HTTPS://:8443\nlisteners.https.ssl.keystore.location=/etc/connect/keys.p12\n' },
    { text: 'listeners=${env:LISTENERS}\nlisteners.https.ssl.keystore.location=/etc/connect/keys.p12\n' },
    { text: 'listeners=http://:8083\nssl.keystore.location=/etc/connect/keys.p12\n' },
  ],
  reads: ['listeners', 'listeners.https.*', 'admin.listeners', 'admin.listeners.https.*'],
  *check(config) {
    // The workers inside of MirrorMaker have no REST server of their own.
    if (config.identity.parent !== undefined || config.identity.overlay === true) return;
    for (const list of lists) {
      if (speaksHttps(config, list) !== false) continue;
      for (const setting of settingsBehind(config, `${list}.https.`))
        yield {
          at: setting,
          part: 'key',
          tag: 'unnecessary',
          message: `\`${setting.key}\` is ignored: none of \`${list}\` speaks HTTPS.`,
        };
    }
  },
};

/** Whether a list has a listener with HTTPS; undefined where another file may say so, or where it is not known. */
function speaksHttps(config: Config, list: (typeof lists)[number]): boolean | undefined {
  const setting = config.get(list);
  const { whole, managedBy, setElsewhere } = config.identity;
  if (setting === undefined) return whole && managedBy === undefined && setElsewhere?.(list) !== true ? false : undefined;
  return setting.unknown ? undefined : splitList(setting.value).some((url) => /^https:/i.test(url));
}

function* settingsBehind(config: Config, prefix: string): Generator<Setting> {
  for (const setting of config.settings()) if (setting.key.startsWith(prefix)) yield setting;
}
