// npm run oracle [-- VERSION… --fresh]: asks the real Kafka jars about every case and records their verdicts in test/oracle/recorded/.
import { recordedVersions } from '../test/oracle/jars.mjs';
import { record } from '../test/oracle/record.ts';

const versions = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
await record(versions.length > 0 ? versions : recordedVersions, process.argv.includes('--fresh'));
