import { expect, test } from 'vitest';
import { HOST_LANGUAGES, PROPERTIES_LANGUAGES } from '../../client/src/languages.ts';
import manifest from '../../package.json' with { type: 'json' };
import { pickFormat } from '../../server/src/formats/pick.ts';
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

test('the extension wakes for the languages it knows, and for Terraform, which is plain text to an editor without its extension', () => {
  const languages = [...PROPERTIES_LANGUAGES, ...HOST_LANGUAGES].map((language) => `onLanguage:${language}`);
  expect(manifest.activationEvents).toEqual([...languages, 'workspaceContains:**/*.tf', 'workspaceContains:**/*kafka*.service']);
});

test('the server reads every language that the client sends', () => {
  expect([...PROPERTIES_LANGUAGES, ...HOST_LANGUAGES].filter((language) => pickFormat('untitled', language) === undefined)).toEqual([]);
});

test('no language id is claimed', () => {
  expect(Object.keys(manifest.contributes)).not.toContain('languages');
});
