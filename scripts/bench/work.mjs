// The work that is measured: a MirrorMaker 2 file of N/50 clusters with about 50 client properties each, 1 in 100 invalid, and the same
// keys as a table for servers that know no Kafka.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A small generator of numbers, the same in each run. */
function random(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

/** The client properties of a release, as a plain table: `{ name, t: int|bool|enum|str, min, max, values, doc }`. */
export function propertyTable({ define, names, latest }) {
  return names('client', latest).flatMap((name) => {
    const definition = define('client', latest, name);
    const { type, validator } = definition;
    const doc = `Sets ${name.replaceAll('.', ' ')}.`;
    if (type === 'boolean') return [{ name, t: 'bool', doc }];
    if (validator?.kind === 'enum') return [{ name, t: 'enum', values: validator.values, doc }];
    if (type === 'int' || type === 'long') return validator?.kind === 'range' && validator.also === undefined ? [{ name, t: 'int', min: validator.min ?? 0, max: validator.max ?? 2147483647, doc }] : [];
    return type === 'string' && validator === undefined && !/listener|group|transactional|rack|assignor|mechanism|kerberos|protocol|dns/.test(name) ? [{ name, t: 'str', doc }] : [];
  });
}

/** Values that no relation between properties objects to. */
function goodValue({ t, min, max, values }, rnd) {
  if (t === 'bool') return String(rnd() < 0.5);
  if (t === 'enum') return values[Math.floor(rnd() * values.length)];
  if (t === 'int') return String(Math.min(max, Math.max(min, 1000 + Math.floor(rnd() * 9000))));
  return `value-${Math.floor(rnd() * 1000)}`;
}

/** Writes `mirror-<lines>.properties` with its `.meta.json`, and `props.json`. */
export function writeWork(folder, table, lines) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'props.json'), JSON.stringify(table));
  const rnd = random(0x2545f491);
  const clusters = Math.ceil(lines / 50);
  const text = [`clusters=${Array.from({ length: clusters }, (_, i) => `c${i}`).join(',')}`, ...Array.from({ length: Math.min(3, clusters - 1) }, (_, i) => `c${i}->c${i + 1}.enabled=true`)];
  const head = text.length;
  const at = [];
  const middle = Math.floor((lines - head) / 2);
  const edited = table.find((one) => one.name === 'reconnect.backoff.max.ms');
  for (let i = 0; text.length < lines; i += 1) {
    const cluster = Math.floor(i / 50);
    const property = i === middle ? edited : table[(cluster * 37 + (i % 50)) % table.length];
    const bad = i % 100 === 33 && i !== middle;
    const name = bad && property.t === 'str' ? `${property.name}.x` : property.name;
    const value = i === middle ? '500' : bad ? (property.t === 'str' ? 'x' : property.t === 'int' ? '-5x' : 'bogus') : goodValue(property, rnd);
    const key = `c${cluster}.${name}=`;
    at.push({ line: text.length, key: `c${cluster}.`.length, value: key.length, end: key.length + value.length });
    text.push(key + value);
  }
  const path = join(folder, `mirror-${lines}.properties`);
  writeFileSync(path, `${text.join('\n')}\n`);
  const spread = (count) => Array.from({ length: count }, (_, k) => at[Math.floor(((k + 0.5) * at.length) / count)]);
  const edit = at[middle];
  writeFileSync(
    `${path}.meta.json`,
    JSON.stringify({
      entries: lines,
      lines: text.length,
      invalid: Math.floor(at.length / 100),
      edit: { line: edit.line, character: edit.end, text: 'x' },
      hover: spread(50).map(({ line, key }) => ({ line, character: key + 2 })),
      completionKey: spread(30).map(({ line, key }) => ({ line, character: key + 1 })),
      completionValue: spread(30).map(({ line, value }) => ({ line, character: value })),
    }),
  );
  return path;
}
