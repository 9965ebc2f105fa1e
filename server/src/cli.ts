import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './cli/main.ts';
import { parseWords } from './schema/words.ts';
import { version } from './version.ts';

const words = join(__dirname, 'words.json');

// Whoever reads may have seen enough (`| head`): that is no fault.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code !== 'EPIPE') process.exitCode = 2;
});

process.exitCode = run(
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
    words: () => (existsSync(words) ? parseWords(readFileSync(words, 'utf8')) : undefined),
  },
  version,
);
