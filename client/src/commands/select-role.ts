import * as vscode from 'vscode';
import { type Role, roles } from '../../../server/src/schema/roles.ts';
import { withRole } from '../role-setting.ts';
import { keepDecision, settingsTarget } from './decide.ts';

const DETAILS: Readonly<Record<Role, string>> = {
  broker: 'A broker, or a combined broker and controller (server.properties)',
  controller: 'A KRaft controller on its own',
  producer: 'A producer',
  consumer: 'A consumer',
  'share-consumer': 'A consumer in a share group',
  client: 'Some client: producer, consumer or admin',
  admin: 'An admin client',
  streams: 'A Kafka Streams application',
  topic: 'Overrides of one topic',
  group: 'Overrides of one group',
  'client-metrics': 'A client metrics subscription',
  user: 'Quotas of one user',
  'connect-distributed': 'A Connect worker of a cluster',
  'connect-standalone': 'A Connect worker on its own',
  connector: 'A connector',
  'mirror-maker': 'MirrorMaker 2',
  none: 'Not Kafka: nothing in it is checked',
};

/** Asks what the active file configures, and keeps the answer in the file or in the setting `kafka-config.roles`. */
export async function selectRole(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const items = roles.map((role) => ({ label: role, description: DETAILS[role] }));
  const options = { title: 'Kafka Config: Select Role', placeHolder: 'What does this file configure?', matchOnDescription: true };
  const choice = await vscode.window.showQuickPick(items, options);
  if (choice === undefined) return;
  const { uri } = editor.document;
  // Outside of all folders the whole path, as the server sees it: with slashes, on Windows too.
  const glob = vscode.workspace.getWorkspaceFolder(uri) === undefined ? uri.path : vscode.workspace.asRelativePath(uri, false);
  await keepDecision(
    editor,
    { word: 'role', value: choice.label },
    { label: `In settings, for ${glob}`, write: () => writeSetting(glob, choice.label) },
  );
}

function writeSetting(glob: string, role: Role): Thenable<void> {
  const settings = vscode.workspace.getConfiguration('kafka-config');
  const kept = settings.inspect<Record<string, string>>('roles');
  const target = settingsTarget();
  const old = target === vscode.ConfigurationTarget.Workspace ? kept?.workspaceValue : kept?.globalValue;
  return settings.update('roles', withRole(old, glob, role), target);
}
