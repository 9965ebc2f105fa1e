import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { roles } from '../../server/src/schema/roles.ts';
import { knownMinors } from '../../server/src/schema/version.ts';

const settings = Object.assign({}, ...manifest.contributes.configuration.map(({ properties }) => properties));

test('the setting for the release offers every release that the facts know, newest first', () => {
  expect(settings['kafka-config.kafkaVersion'].examples).toEqual(['latest', ...[...knownMinors()].reverse()]);
});

test('the setting for roles offers every role', () => {
  expect(settings['kafka-config.roles'].additionalProperties.enum).toEqual(roles);
});

test('untrusted and virtual workspaces are supported: nothing of them is run', () => {
  expect(manifest.capabilities).toEqual({ untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
});

test('only the language of a file or a command wakes the extension', () => {
  expect(manifest.activationEvents.filter((event) => !event.startsWith('onLanguage:'))).toEqual([]);
});

test('no language id is claimed', () => {
  expect(Object.keys(manifest.contributes)).not.toContain('languages');
});
