import { run } from './cli/main.ts';
import { version } from './version.ts';

process.exitCode = run(process.argv.slice(2), { out: (text) => process.stdout.write(text), error: (text) => process.stderr.write(text) }, version);
