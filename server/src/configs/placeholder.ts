/**
 * Text that something else replaces before Kafka reads it: config providers and Spring (`${…}`), Kubernetes (`$(VAR)`), shells
 * (`$VAR`, but not the `$` of a nested class), Helm and Jinja (`{{ … }}`, `{% … %}`), ERB (`<%= … %>`), Azure Pipelines and Octopus
 * (`#{…}`), Python's `format` and configuration servers (`{x}`, not behind what makes it part of a pattern), Maven (`@x@`), batch
 * files (`%X%`), Python's configparser (`%(x)s`), `printf` (a value that is `%s` or `%d` and nothing else), `env(…)`, an image's own
 * command (`_{HOSTNAME_COMMAND}`), `<VALUE>`, `__X__`, `##X##` and, for sed, `:X:`.
 */
const placeholder =
  /\$\{|\$\([\w.-]+\)|(?<!\.[A-Z]\w*)\$[A-Za-z_]\w*|\b_\{[A-Z_]+\}|\{\{|\{%|@[\w.-]+@|%[A-Z_][A-Z0-9_]*%|%\([\w.-]+\)s|^%(?:\d+\$)?[sdbf]$|\benv\([^)]*\)|<<?\s?[A-Za-z][\w .,:-]*>|\b__[A-Z0-9_]+__\b|<%|#\{|(?<![%$#\w})\].*+?\\|])\{[A-Za-z_][\w.-]*(?: [\w.-]+)*\}|##[A-Za-z][\w.-]*##|(?:^|["'=\s]):[A-Z][A-Z0-9_]+:(?:$|["';\s])/;

/** True where the value is not known before it is deployed: no rule judges it. */
export function hasPlaceholder(value: string): boolean {
  return mayHold.test(value) && placeholder.test(value);
}

/** A cheap test first: most values are numbers and words. */
const mayHold = /[${@%<]|_\{|env\(|__|##|[A-Z0-9]:(?:$|["';\s])/;
