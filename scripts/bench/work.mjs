// The work that is measured: a MirrorMaker 2 file of N/50 clusters with about 50 client properties each, 1 in 100 invalid, and the same
// keys as a table for servers that know no Kafka.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The client properties of a release that have a default, as a plain table: `{ name, t: int|bool|enum|str, good, min, max, values, doc }`. */
export function propertyTable({ define, names, latest }) {
  return names('client', latest).flatMap((name) => {
    const { type, validator, default: good, deprecated } = define('client', latest, name);
    const doc = `Sets ${name.replaceAll('.', ' ')}.`;
    // Defaults, because no relation between properties objects to them: the floors know no relations.
    if (good === undefined || good === '' || deprecated || /^(ssl|sasl|share)\./.test(name)) return [];
    if (type === 'boolean') return [{ name, t: 'bool', good, doc }];
    if (validator?.kind === 'enum' && !validator.values.includes(good)) return [];
    if (validator?.kind === 'enum') return [{ name, t: 'enum', good, values: validator.values, doc }];
    if ((type !== 'int' && type !== 'long') || !Number.isSafeInteger(Number(good))) return [];
    return validator?.kind === 'range' && validator.also === undefined
      ? [{ name, t: 'int', good, min: validator.min ?? 0, max: Math.min(validator.max ?? 2147483647, Number.MAX_SAFE_INTEGER), doc }]
      : [];
  });
}

/** Writes `mirror-<lines>.properties` with its `.meta.json`, and `props.json`. */
export function writeWork(folder, table, lines) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'props.json'), JSON.stringify(table));
  const section = Math.min(50, table.length);
  const clusters = Math.ceil(lines / section);
  const text = [
    `clusters=${Array.from({ length: clusters }, (_, i) => `c${i}`).join(',')}`,
    'bootstrap.servers=kafka:9092',
    ...Array.from({ length: Math.min(3, clusters - 1) }, (_, i) => `c${i}->c${i + 1}.enabled=true`),
  ];
  const head = text.length;
  const at = [];
  const middle = Math.floor((lines - head) / 2);
  const edited = table.find((one) => one.t === 'int');
  for (let i = 0; text.length < lines; i += 1) {
    const cluster = Math.floor(i / section);
    const property = i === middle ? edited : table[(cluster * 37 + (i % section)) % table.length];
    const bad = i % 100 === 33 && i !== middle;
    const value = bad ? (property.t === 'int' ? '-5x' : 'bogus') : property.good;
    const key = `c${cluster}.${property.name}=`;
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
