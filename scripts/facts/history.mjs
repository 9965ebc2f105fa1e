// Histories: what every release says about every property, told as periods in which nothing changed.

/** `3.9` of `3.9.2`, `0.10.2` of `0.10.2.1`. */
export const minorOf = (version) =>
  version
    .split('.')
    .slice(0, version.startsWith('0.') ? 3 : 2)
    .join('.');

/** Orders `3.10` behind `3.9`. */
export function comparePatches(a, b) {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  const at = left.findIndex((part, i) => part !== right[i]);
  return at < 0 ? left.length - right.length : left[at] - (right[at] ?? -1);
}

const order = [
  'type',
  'required',
  'default',
  'defaultFrom',
  'validator',
  'importance',
  'group',
  'updateMode',
  'internal',
  'deprecated',
  'replacedBy',
  'serverDefault',
  'brokerSynonyms',
  'unsupported',
  'plugin',
  'readOnly',
];

/** Facts in one order of fields, so that equal facts print alike. */
const sorted = (facts) => Object.fromEntries(order.filter((name) => name in facts).map((name) => [name, facts[name]]));

/** A release whose Connect or Streams is not out yet has none of their classes, so those have components of their own. */
const connectClass = /^org\.apache\.kafka\.connect\./;
const streamsClass = /^org\.apache\.kafka\.streams\./;
const otherClass = /^(?!org\.apache\.kafka\.(connect|streams)\.)/;

/** One release as the Java program read it → tables by component. Classes go to components of their own. */
export function componentsOf(raw, deprecations, minor) {
  const { plugins, ...tables } = raw;
  const result = {};
  for (const [component, keys] of Object.entries(tables)) {
    result[component] = mapValues(keys, (facts, key) => sorted(deprecate(facts, key, keys, deprecations, { component, minor })));
  }
  if (result['connect-standalone']) result['connect-plugins'] = classTable(plugins, connectClass, deprecations);
  if (result.streams) result['streams-classes'] = classTable(plugins, streamsClass, deprecations);
  result['client-and-server-classes'] = classTable(plugins, otherClass, deprecations);
  return result;
}

function classTable(plugins, wanted, deprecations) {
  const table = {};
  for (const [name, { kinds, keys }] of Object.entries(plugins)) {
    if (!wanted.test(name)) continue;
    table[name] = { plugin: kinds.join(',') };
    for (const [key, facts] of Object.entries(keys)) table[`${name}#${key}`] = sorted(deprecate(facts, key, keys, deprecations));
  }
  return table;
}

/** A replacement counts from the release on that has it: some keys were deprecated before. */
function deprecate(facts, key, keys, { deprecated, replacedBy }, at) {
  const said = deprecated.some((one) => one.component === at?.component && one.key === key && comparePatches(one.since, at.minor) <= 0);
  if (!facts.deprecated && !said) return facts;
  const replacement = replacedBy[key];
  const there = replacement?.split(',').every((name) => name in keys);
  return { ...facts, deprecated: true, ...(there && { replacedBy: replacement }) };
}

const mapValues = (object, map) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));

/** Tables by minor (`{ version, components }`) → histories by component, sorted by name. */
export function collapse(tables) {
  const minors = [...tables.keys()].sort(comparePatches);
  completeOldest(minors, tables);
  const names = new Set(minors.flatMap((minor) => Object.keys(tables.get(minor).components)));
  return [...names].sort().map((component) => {
    const covered = minors.filter((minor) => component in tables.get(minor).components);
    const keys = new Set(covered.flatMap((minor) => Object.keys(tables.get(minor).components[component])));
    return {
      component,
      read: Object.fromEntries(covered.map((minor) => [minor, tables.get(minor).version])),
      keys: Object.fromEntries([...keys].sort().map((key) => [key, periods(component, key, covered, tables)])),
    };
  });
}

/** Releases without definitions give a name, at best with type and default; the rest is what the next release says of it. */
function completeOldest(minors, tables) {
  minors.forEach((minor, i) => {
    const { components } = tables.get(minor);
    for (const [component, keys] of Object.entries(components)) {
      for (const [key, { readOnly, ...facts }] of Object.entries(keys)) {
        if (readOnly === undefined) continue;
        const next = tables.get(minors[i + 1])?.components[component]?.[key];
        const later = next?.readOnly === undefined ? next : undefined;
        keys[key] =
          readOnly === 'name' && later ? withoutFuture(later) : sorted({ ...facts, importance: later?.importance ?? facts.importance });
      }
    }
  });
}

/** What a release deprecates was not deprecated before it. */
const withoutFuture = ({ deprecated, replacedBy, ...facts }) => facts;

function periods(component, key, covered, tables) {
  const list = [];
  covered.forEach((minor, i) => {
    const facts = tables.get(minor).components[component][key];
    if (facts === undefined) return;
    const text = JSON.stringify(facts);
    const last = list.at(-1);
    if (last?.until === i - 1 && last.text === text) last.until = i;
    else list.push({ since: i, until: i, text, facts });
  });
  return list.map(({ since, until, facts }) => ({
    since: covered[since],
    ...(until < covered.length - 1 && { until: covered[until] }),
    ...facts,
  }));
}

/** The inverse of {@link collapse}. */
export function expand(histories) {
  const tables = new Map();
  for (const { component, read, keys } of histories) {
    const covered = Object.keys(read);
    for (const minor of covered) {
      if (!tables.has(minor)) tables.set(minor, { version: read[minor], components: {} });
      tables.get(minor).components[component] = {};
    }
    for (const [key, list] of Object.entries(keys)) {
      for (const { since, until, ...facts } of list) {
        const end = until === undefined ? covered.length - 1 : covered.indexOf(until);
        for (let i = covered.indexOf(since); i <= end; i++) tables.get(covered[i]).components[component][key] = facts;
      }
    }
  }
  return tables;
}

/**
 * What an older patch says otherwise than the newest: by component and key, its facts, or null where it has no such key. How
 * important a property is called is left out, and so is what a jar would say that is missing from the older patch.
 */
export function patchDifferences(older, newest) {
  const result = {};
  const missing = older['mirror-maker'] === undefined ? /connect\.mirror\./ : /^$/;
  for (const component of Object.keys(newest)) {
    if (older[component] === undefined) continue;
    const keys = new Set([...Object.keys(older[component]), ...Object.keys(newest[component])]);
    for (const key of [...keys].sort()) {
      const facts = older[component][key];
      if (missing.test(key) || behaviour(facts) === behaviour(newest[component][key])) continue;
      result[component] = { ...result[component], [key]: facts ?? null };
    }
  }
  return result;
}

const behaviour = (facts) => (facts === undefined ? '' : JSON.stringify({ ...facts, importance: undefined }));

/** The text of a component's file: one line a period, so that a new release shows as a small change. */
export function printComponent({ component, read, keys }) {
  const entries = Object.entries(keys).map(([key, list]) => {
    const lines = list.map((period) => `      ${JSON.stringify(period)}`);
    return `    ${JSON.stringify(key)}: [\n${lines.join(',\n')}\n    ]`;
  });
  return `{\n  "component": ${JSON.stringify(component)},\n  "read": ${JSON.stringify(read)},\n  "keys": {\n${entries.join(',\n')}\n  }\n}\n`;
}
