import { withoutEnd } from '../text/split.ts';

/** `org.apache.kafka.connect.runtime.rest.RestServerConfig`: the lists of addresses that a worker listens on. */
export function isUrlList(elements: readonly string[], emptyAllowed: boolean): boolean {
  return elements.length === 0 ? emptyAllowed : !elements.includes('');
}

/** `RestServerConfig.validateHttpResponseHeaderConfig`, for each element of a list in which quotes protect commas (Jetty's `StringUtil.csvSplit`): one that is not closed, all of them. */
export function areResponseHeaders(value: string): boolean {
  const headers = value.match(/(?:"(?:\\[\s\S]|[^"\\])*(?:"|\\?$)|[^,"])+/g) ?? [];
  return headers.every((header) => isResponseHeader(header.trim().replace(/^"(.*?)"?$/s, '$1')));
}

/** An action, a name without blanks and, behind a colon, a value without one (`RestServerConfig.validateHeaderConfigAction`, `…Name`). */
function isResponseHeader(header: string): boolean {
  const [head = '', value = '', ...more] = withoutEnd(header.trim(), ':').split(':');
  const [action = '', name = '', ...rest] = head.trim().split(/\s+/);
  return /^(set|add|setDate|addDate)$/i.test(action) && name !== '' && rest.length === 0 && value !== '' && more.length === 0;
}

/** Elements of one or two parts (`Cast$Value` and `ReplaceField`, which wants two); Java drops empty parts at the end. */
export function areColonPairs(elements: readonly string[]): boolean {
  return elements.every((element) => withoutEnd(element, ':').split(':').length <= 2);
}

/** `org.apache.kafka.streams.StreamsConfig#verifyTopologyOptimizationConfigs`: `all` and `none` stand alone; Java drops empty names at the end, all of them where there is nothing else. */
export function isTopologyOptimization(elements: readonly string[], known: readonly string[]): boolean {
  if (elements.length === 1) return known.includes(elements[0] ?? '');
  const named = elements.slice(0, elements.findLastIndex((element) => element !== '') + 1);
  const isAlone = named.length === 1 || !(named.includes('all') || named.includes('none'));
  return isAlone && named.every((element) => known.includes(element));
}
