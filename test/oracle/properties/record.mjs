// Records what java.util.Properties makes of the texts in texts.ts. usage: node test/oracle/properties/record.mjs   (needs Java 17)
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const { outputFiles } = await build({ entryPoints: [join(here, 'texts.ts')], bundle: true, format: 'esm', write: false });
const { propertyTexts } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
const hex = (text) => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('');
const { stdout, status, stderr } = spawnSync('java', [join(here, 'ReadProperties.java')], {
  input: propertyTexts.map((text) => `${hex(text)}\n`).join(''),
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
});
if (status !== 0) throw new Error(stderr);
writeFileSync(join(here, 'recorded.json'), `[\n${stdout.trimEnd().split('\n').join(',\n')}\n]\n`);
