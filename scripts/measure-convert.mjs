// What converting a log4j 1 file of 50,000 lines costs. For the benchmark; alone: node scripts/measure-convert.mjs
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('../server/src/log4j/', import.meta.url));
const targets = ['xml', 'yaml', 'properties'];
const lines = 50_000;

/**
 * Milliseconds of processor time of each work and form, and how often a floor that only splits the lines into keys and values fits into that; medians of
 * rounds in turns. The aim is a second.
 */
export async function convertTimes(rounds = 5) {
  const { convertLog4j } = await bundledConversion();
  const rows = [];
  for (const [work, text] of Object.entries(works())) {
    const runs = Array.from({ length: rounds }, () => {
      const floor = time(() => splitKeys(text));
      return targets.map((to) => ({ floor, ms: time(() => convertLog4j(text, { to })) }));
    });
    for (const [index, to] of targets.entries()) {
      const own = runs.map((run) => run[index]);
      rows.push({ work, to, ms: median(own.map(({ ms }) => ms)), ratio: median(own.map(({ ms, floor }) => ms / floor)) });
    }
  }
  return rows;
}

/** The table of docs/performance.md. */
export function convertTable(rows) {
  const cell = ({ ms, ratio }) => `${Math.round(ms)} (×${Number(ratio.toPrecision(2))})`;
  const head = `| ${lines} lines of log4j 1 | ${targets.join(' | ')} |\n|${' --- |'.repeat(targets.length + 1)}`;
  const body = [...new Set(rows.map(({ work }) => work))].map(
    (work) =>
      `| ${work} | ${rows
        .filter((row) => row.work === work)
        .map(cell)
        .join(' | ')} |`,
  );
  return `${head}\n${body.join('\n')}\n`;
}

function works() {
  const root = 'log4j.rootLogger=INFO, A\n';
  const layout = (name) =>
    `log4j.appender.${name}.layout=org.apache.log4j.PatternLayout\nlog4j.appender.${name}.layout.ConversionPattern=%d{ISO8601} %p %c{1} - %m%n\n`;
  const appender = (_, i) =>
    `log4j.appender.A${i}=org.apache.log4j.FileAppender\nlog4j.appender.A${i}.File=\${logs}/${i}.log\n${layout(`A${i}`)}`;
  const names = Array.from({ length: lines / 4 }, (_, i) => `A${i}`);
  const console = `log4j.appender.A=org.apache.log4j.ConsoleAppender\n${layout('A')}`;
  return {
    '12500 appenders': `log4j.rootLogger=INFO, ${names.join(', ')}\n${names.map(appender).join('')}`,
    '50000 loggers': root + console + Array.from({ length: lines }, (_, i) => `log4j.logger.org.example.a${i}=WARN, A\n`).join(''),
    'a pattern of 240000 characters': `${root}${console}log4j.appender.A.layout.ConversionPattern=${'%c{'.repeat(40_000)}${'%d{ISO8601} '.repeat(10_000)}\n`,
  };
}

/** What any reader of properties does at least. */
function splitKeys(text) {
  const keys = new Map();
  for (const line of text.split('\n')) {
    const at = line.indexOf('=');
    if (at > 0) keys.set(line.slice(0, at), line.slice(at + 1));
  }
  return keys;
}

async function bundledConversion() {
  const stdin = { contents: "export { convertLog4j } from './convert.ts';", resolveDir: folder, loader: 'ts' };
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** Processor time, which the rest of the machine's work changes less than the clock's. */
function time(run) {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(convertTable(await convertTimes()));
