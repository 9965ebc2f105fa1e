/** `XMLLayout` of log4j 1.2.17 without the mapped context, as a PatternLayout's pattern. Its lines end in CR LF everywhere. */
export function xmlPattern(locationInfo: boolean): string {
  const place = `<log4j:locationInfo class="${escaped('%C')}" method="${escaped('%M')}" file="${escaped('%F')}" line="%L"/>\\r\\n`;
  return [
    `<log4j:event logger="${escaped('%c')}" timestamp="%d{UNIX_MILLIS}" level="%p" thread="${escaped('%t')}">\\r\\n`,
    `<log4j:message><![CDATA[${inCdata('%m')}]]></log4j:message>\\r\\n`,
    `%notEmpty{<log4j:NDC><![CDATA[${inCdata('%ndc')}]]></log4j:NDC>\\r\\n}`,
    `%notEmpty{<log4j:throwable><![CDATA[%replace{${inCdata('%ex')}}{\\n}{\r\n}]]></log4j:throwable>\\r\\n}`,
    ...(locationInfo ? [place] : []),
    '</log4j:event>\\r\\n\\r\\n',
  ].join('');
}

/** `Transform.escapeTags`, which leaves apostrophes alone. */
export function escaped(conversion: string): string {
  return `%replace{%enc{${conversion}}{XML}}{&apos;}{'}`;
}

/** `Transform.appendEscapingCDATA`: what would end the section is parted. */
function inCdata(conversion: string): string {
  return `%replace{${conversion}}{]]>}{]]>]]&gt;<![CDATA[}`;
}
