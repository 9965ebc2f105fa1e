import type { Format } from './format.ts';
import { json } from './json.ts';
import { isJson, staysJson } from './json-in-yaml.ts';
import { properties } from './properties.ts';

/** What files with the names of properties files are written in: those of connectors may be JSON, as Connect's REST interface takes it. */
export const propertiesOrJson: Format = {
  ...properties,
  parse: (lines) => (isJson(lines) ? json.parse(lines) : properties.parse(lines)),
  update: (tree, lines, edit) => {
    if (tree.format === json) return staysJson(lines, edit) ? json.update(tree, lines, edit) : undefined;
    return isJson(lines) ? undefined : properties.update(tree, lines, edit);
  },
};
