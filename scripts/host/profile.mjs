// A throw-away VS Code profile: settings, extensions folder and a copy of a workspace.
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '../steps.mjs';

// Nothing phones home, nothing pops up, nothing is saved behind the author's back.
const QUIET = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * Writes a fresh profile into `folder` and returns its paths.
 * `workspace` is copied, so that what is tried out there leaves the original alone.
 * `linkExtension` installs the extension from the project's folder.
 */
export function freshProfile(folder, { workspace, settings = {}, linkExtension = false }) {
  rmSync(folder, { recursive: true, force: true });
  const profile = {
    folder,
    userData: join(folder, 'user-data'),
    extensions: join(folder, 'extensions'),
    workspace: join(folder, basename(workspace)),
  };
  for (const owner of ['User', 'Machine']) {
    mkdirSync(join(profile.userData, owner), { recursive: true });
    writeFileSync(join(profile.userData, owner, 'settings.json'), JSON.stringify({ ...QUIET, ...settings }, undefined, 2));
  }
  mkdirSync(profile.extensions);
  cpSync(workspace, profile.workspace, { recursive: true });
  if (linkExtension) {
    const { publisher, name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    // Without an extensions.json, VS Code adopts the folders it finds at its first start.
    symlinkSync(ROOT, join(profile.extensions, `${publisher}.${name}-${version}`));
  }
  return profile;
}
