import { readLog4j2Yaml } from './log4j2-read-yaml.ts';
import type { WrittenFile } from './log4j2-tree.ts';

/** Reads Log4j2 JSON with positions. Log4j2 lets it hold Java's comments; without them it is YAML. */
export function readLog4j2Json(text: string): WrittenFile {
  return readLog4j2Yaml(text.replace(piece, (found) => (found.startsWith('"') ? found : found.replace(/[^\r\n]/g, ' '))));
}

const piece = /"(?:[^"\\\r\n]|\\.)*"|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|\t/g;
