import type { Conversion } from './conversion.ts';
import type { Setting } from './read.ts';
import { attributeOf, type Configuration, walk } from './tree.ts';

/** Makes sure that every setting is in the result or in a note. */
export function noteLeftovers(configuration: Configuration, { file, notebook, model, defaults }: Conversion): void {
  const placed = new Set<Setting>();
  const off = new Set<string | undefined>();
  for (const child of configuration.children)
    walk(child, (node) => {
      for (const setting of node.from) placed.add(setting);
      if (node.off === true) off.add(attributeOf(node, 'name'));
    });
  for (const setting of file.settings) {
    const winner = file.byKey.get(setting.key);
    if (winner !== undefined && winner !== setting)
      notebook.add('kept', `The key is set again in line ${winner.line + 1}, which counts.`, [setting]);
    else if (!placed.has(setting) && !notebook.mentions(setting))
      notebook.add(isLoss(setting) ? 'lost' : 'kept', reasonFor(setting), [setting]);
  }
  if (defaults.size > 0) notebook.add('kept', 'These say what is the default in Log4j2 too, and are not written.', [...defaults]);
  for (const appender of model.appenders.values()) {
    if (off.has(appender.name))
      notebook.add('kept', `No logger refers to the appender ${appender.name}, so log4j 1 never creates it; it is kept as a comment.`, [
        appender.setting,
      ]);
  }
  for (const setting of file.settings) {
    if (setting.entry.malformed !== undefined)
      notebook.add('lost', `log4j 1 stops at the malformed escape ${setting.entry.malformed}.`, [setting]);
  }
}

/** Renderers, factories of loggers and handlers of errors did something, but for those that log4j 1 takes anyway. */
function isLoss({ key, value }: Setting): boolean {
  if (/^log4j\.(?:renderer\.|throwableRenderer$|(?:logger|category)Factory$)/.test(key))
    return !/DefaultCategoryFactory$/.test(value.trim());
  return /^log4j\.appender\.[^.]+\.errorhandler$/i.test(key) && !/^org\.apache\.log4j\.helpers\.OnlyOnceErrorHandler$/.test(value.trim());
}

function reasonFor({ key }: Setting): string {
  if (!key.startsWith('log4j.')) return 'Nothing refers to this variable, so it is left out.';
  if (key === 'log4j.reset') return 'A Log4j2 configuration always replaces the one before.';
  if (key === 'log4j.debug' || key === 'log4j.configDebug') return 'Log4j2 calls this the status of the configuration.';
  if (key === 'log4j.threshold') return 'A threshold of ALL lets everything pass, as Log4j2 does without one.';
  if (key.startsWith('log4j.additivity.'))
    return 'log4j 1 reads additivity with the logger of that name only, and there is none; it is left out.';
  if (/^log4j\.appender\..*\.filter\./.test(key)) return 'The filter has no class, so log4j 1 goes on without it.';
  if (/^log4j\.appender\..*\.layout\./.test(key)) return 'The option belongs to a layout that is not there.';
  if (/^log4j\.appender\..*\.errorhandler/i.test(key))
    return 'Log4j2 has no error handlers; a failing appender is reported in its status log.';
  if (key.startsWith('log4j.appender.')) return 'The option belongs to an appender that is not there, or that does not read it.';
  if (key.startsWith('log4j.renderer.')) return 'Log4j2 has no renderers: it calls toString().';
  if (key.startsWith('log4j.throwableRenderer'))
    return 'Log4j2 has no renderers of exceptions: the stack trace is printed plain; `%xEx` in the pattern adds the jar of each line.';
  if (key === 'log4j.loggerFactory' || key === 'log4j.categoryFactory') return 'Log4j2 has no logger factory.';
  return 'log4j 1 does not know this key, so it is left out.';
}
