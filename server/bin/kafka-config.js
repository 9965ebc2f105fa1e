#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const built = join(__dirname, '../dist/cli.js');
if (existsSync(built)) require(built);
else {
  process.stderr.write('kafka-config: not built yet. Run: npm run build\n');
  process.exitCode = 2;
}
