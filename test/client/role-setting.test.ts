import { expect, it } from 'vitest';
import { withRole } from '../../client/src/role-setting.ts';
import { readSettings } from '../../server/src/lsp/settings.ts';

it('a decision about one file counts more than a pattern that was there before', () => {
  const roles = withRole({ '**/*.properties': 'broker', 'a/b.properties': 'consumer' }, 'a/b.properties', 'producer');
  expect(roles).toEqual({ '**/*.properties': 'broker', 'a/b.properties': 'producer' });
  expect(readSettings({ roles }).roles.find(({ pattern }) => pattern.test('/w/a/b.properties'))?.role).toBe('producer');
});
