// npm run oracle [-- VERSION… --fresh]: asks the real Kafka jars about every case, records their verdicts in test/oracle/recorded/, and prints
// how far the engine agrees. --table prints only that, for what is recorded.
import { recordedVersions } from '../test/oracle/jars.mjs';
import { record } from '../test/oracle/record.ts';
import { readRecords } from '../test/oracle/records.ts';
import { agreementOf, tableText } from '../test/oracle/table.ts';

const versions = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (!process.argv.includes('--table')) await record(versions.length > 0 ? versions : recordedVersions, process.argv.includes('--fresh'));
const byRole = Map.groupBy(readRecords(), ({ asked }) => asked.role);
const agreements = new Map([...byRole].map(([role, cases]) => [role, agreementOf(cases)]));
console.log(tableText(agreements));
const differences = [...agreements].flatMap(([role, own]) =>
  [...own.values()].flatMap((one) => one.differences.map((text) => `${role} ${text}`)),
);
console.log(`${differences.length} differences that are not reviewed`);
for (const text of differences.slice(0, 200)) console.log(text.slice(0, 400));
