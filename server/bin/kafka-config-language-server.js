#!/usr/bin/env -S node --max-semi-space-size=2
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const built = join(__dirname, '../dist/server.js');
if (existsSync(built)) require(built);
else {
  process.stderr.write('kafka-config-language-server: not built yet. Run: npm run build\n');
  process.exitCode = 2;
}
