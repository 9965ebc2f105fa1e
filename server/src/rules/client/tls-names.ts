import type { Setting } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import { graphKeys } from '../broker/listener-graph.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { clientRoles } from './clients.ts';
import { type TlsPlace, tlsPlaces } from './speaks-tls.ts';

/** What Java calls its protocols, factories and checks, by property. */
interface Names {
  readonly known: RegExp;
  readonly wants: string;
  /** Said at the first connection, not when the client is made. */
  readonly late?: true;
}

const keys = [
  'ssl.protocol',
  'ssl.enabled.protocols',
  'ssl.keymanager.algorithm',
  'ssl.trustmanager.algorithm',
  'ssl.endpoint.identification.algorithm',
  'ssl.cipher.suites',
] as const;

/** What may bring names of its own. */
const foreign = ['ssl.provider', 'security.providers', 'ssl.engine.factory.class'];

const names: Readonly<Record<(typeof keys)[number], Names>> = {
  'ssl.protocol': { known: /^((D?TLS|SSL)(v[1-3](\.[0-3])?)?|SSL_TLS(v\w+)?)$/i, wants: '`TLS`, `TLSv1.2` or `TLSv1.3`' },
  'ssl.enabled.protocols': {
    known: /^(TLSv1(\.[123])?|SSLv3|SSLv2Hello)$/,
    wants: 'a list of `TLSv1.2`, `TLSv1.3` and their like',
    late: true,
  },
  'ssl.keymanager.algorithm': { known: /^((New)?SunX509|PKIX|X\.?509|Ibm\w+)$/i, wants: '`SunX509` or `PKIX`' },
  'ssl.trustmanager.algorithm': { known: /^((Sun)?PKIX|(Sun)?X\.?509|Ibm\w+)$/i, wants: '`PKIX` or `SunX509`' },
  'ssl.endpoint.identification.algorithm': {
    known: /^(https|ldaps?)?$/i,
    wants: '`https`, or be empty for no check of the host’s name',
    late: true,
  },
  'ssl.cipher.suites': { known: /^(TLS|SSL)_\w+$/, wants: 'a list of names such as `TLS_AES_256_GCM_SHA384`', late: true },
};

export const tlsNames: RelationRule = {
  id: 'tls-names',
  title: 'Names that Java’s TLS does not know',
  why: 'Kafka hands these names to the JVM. What Java’s own providers do not know stops the client, some at its start, some at its first connection. Where a provider is named there may be others.',
  severity: 'error',
  roles: [...clientRoles, 'broker', 'controller'],
  kafka: { since: '2.7' },
  source: 'Java Security Standard Algorithm Names; org.apache.kafka.common.security.ssl.DefaultSslEngineFactory',
  examples: [
    {
      text: 'security.protocol=SSL\nssl.protocol=«TLS1.2»\n',
      role: 'producer',
      message: '`ssl.protocol` must be `TLS`, `TLSv1.2` or `TLSv1.3`: Java does not know `TLS1.2`.',
      fixed: 'security.protocol=SSL\nssl.protocol=TLSv1.2\n',
    },
    {
      text: 'security.protocol=SASL_SSL\nssl.enabled.protocols=TLSv1.3, «TLSv12»\n',
      role: 'consumer',
      severity: 'information',
      message:
        '`ssl.enabled.protocols` must be a list of `TLSv1.2`, `TLSv1.3` and their like: Java does not know `TLSv12`, and no connection comes about.',
      fixed: 'security.protocol=SASL_SSL\nssl.enabled.protocols=TLSv1.3,TLSv1.2\n',
    },
    { text: 'security.protocol=SSL\nssl.endpoint.identification.algorithm=«none»\n', role: 'admin', severity: 'information' },
    { text: 'security.protocol=SSL\nssl.trustmanager.algorithm=«JKS»\n', role: 'consumer' },
    { text: 'security.protocol=SSL\nssl.endpoint.identification.algorithm=\nssl.protocol=TLSv1.3\n', role: 'admin' },
    { text: 'security.protocol=SSL\nssl.protocol=GMSSL\nssl.provider=Kona\n', role: 'producer' },
    { text: 'ssl.protocol=TLS1.2\n', role: 'producer' },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=SSL://:9093\nsecurity.inter.broker.protocol=SSL\nssl.keystore.location=/k\nssl.keystore.password=x\nssl.enabled.protocols=«TLSv12»\n',
      role: 'broker',
      kafka: '3.9',
      severity: 'error',
    },
    { text: 'security.protocol=SSL\nssl.protocol=«Default»\n', role: 'producer' },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SSL://:9093\nssl.keystore.location=/k\nssl.keystore.password=x\nlistener.name.ssl.ssl.protocol=«TLS1.2»\n',
      role: 'broker',
      kafka: '3.9',
      message: '`listener.name.ssl.ssl.protocol` must be `TLS`, `TLSv1.2` or `TLSv1.3`: Java does not know `TLS1.2`.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SSL://:9093\nssl.keystore.location=/k\nssl.keystore.password=x\nssl.protocol=TLS1.2\nlistener.name.ssl.ssl.protocol=TLSv1.2\n',
      role: 'broker',
      kafka: '3.9',
    },
  ],
  reads: [...graphKeys, 'security.protocol', 'listener.name.*', ...foreign, ...keys],
  *check(config) {
    const looked = new Set<Setting>();
    for (const place of tlsPlaces(config)) {
      if (foreign.some((key) => place.get(key) !== undefined)) continue;
      for (const key of keys) {
        const setting = place.get(key);
        if (setting?.definition === undefined || setting.unknown || looked.has(setting)) continue;
        looked.add(setting);
        yield* strangers(setting, namesOf(key, place));
      }
    }
  },
};

function namesOf(key: (typeof keys)[number], { tried }: TlsPlace): Names {
  const { late, ...rest } = names[key];
  return late && !(tried && key !== 'ssl.endpoint.identification.algorithm') ? names[key] : rest;
}

function* strangers(setting: Setting, { known, wants, late }: Names): Generator<Finding> {
  const isList = setting.definition?.type === 'list';
  const elements = isList ? splitList(setting.value) : [setting.value];
  const stranger = elements.find((element) => !known.test(element));
  if (stranger === undefined || (stranger === '' && isList)) return;
  const from = setting.entry.value.indexOf(stranger);
  const meant = elements.map((element) => (known.test(element) ? element : meantBy(element)));
  yield {
    at: setting,
    part: stranger === '' ? 'key' : from < 0 ? 'value' : { from, to: from + stranger.length },
    ...(late && { severity: 'information' as const }),
    message: `\`${setting.key}\` must be ${wants}: Java does not know \`${stranger}\`${late ? ', and no connection comes about' : ''}.`,
    ...(meant.every((element) => known.test(element)) && {
      fixes: [{ title: `Set it to \`${meant.join(',')}\``, safe: true, steps: [{ do: 'set', setting, value: meant.join(',') }] }],
    }),
  };
}

/** `TLS1.2`, `tlsv12`, `TLS 1.2` → `TLSv1.2`. */
function meantBy(name: string): string {
  const [, version] = /^TLS[\s_-]*v?1[._]?([0-3])$/i.exec(name) ?? [];
  return version === undefined ? name : version === '0' ? 'TLSv1' : `TLSv1.${version}`;
}
