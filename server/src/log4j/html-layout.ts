import { escapeText } from './pattern-text.ts';
import { escaped } from './xml-layout.ts';

/** What HTMLLayout writes, as the attributes of a PatternLayout: Log4j2's own HTML is another table in another style. */
export interface HtmlPatterns {
  readonly pattern: string;
  readonly header: string;
  readonly footer: string;
}

/** `HTMLLayout` of log4j 1.2.17: a row for each event, more rows for what it carries. `title` may hold references of Log4j2. */
export function htmlPatterns(title: string, locationInfo: boolean): HtmlPatterns {
  return { pattern: row(locationInfo), header: header(title, locationInfo), footer: '</table>%n<br>%n</body></html>' };
}

function header(title: string, locationInfo: boolean): string {
  const lines = [
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">',
    '<html>',
    '<head>',
    `<title>${escapeText(title)}</title>`,
    '<style type="text/css">',
    '<!--',
    'body, table {font-family: arial,sans-serif; font-size: x-small;}',
    'th {background: #336699; color: #FFFFFF; text-align: left;}',
    '-->',
    '</style>',
    '</head>',
    '<body bgcolor="#FFFFFF" topmargin="6" leftmargin="6">',
    '<hr size="1" noshade>',
    'Log session start time %d{EEE MMM dd HH:mm:ss zzz yyyy}<br>',
    '<br>',
    '<table cellspacing="0" cellpadding="4" border="1" bordercolor="#224466" width="100%%">',
    '<tr>',
    '<th>Time</th>',
    '<th>Thread</th>',
    '<th>Level</th>',
    '<th>Category</th>',
    ...(locationInfo ? ['<th>File:Line</th>'] : []),
    '<th>Message</th>',
    '</tr>',
  ];
  return `${lines.join('%n')}%n`;
}

function row(locationInfo: boolean): string {
  const cells = [
    '<td>%r</td>',
    `<td title="${escaped('%t')} thread">${escaped('%t')}</td>`,
    `<td title="Level">${level}</td>`,
    `<td title="${escaped('%c')} category">${escaped('%c')}</td>`,
    ...(locationInfo ? [`<td>${escaped('%F')}:%L</td>`] : []),
    `<td title="Message">${escaped('%m')}</td>`,
  ];
  return `%n<tr>%n${cells.join('%n')}%n</tr>%n${context}${trace}`;
}

const level =
  '%replace{%replace{%p}{^DEBUG$}{<font color="#339933">DEBUG</font>}}{^(WARN|ERROR|FATAL)$}{<font color="#993300"><strong>$1</strong></font>}';

const context = `%notEmpty{<tr><td bgcolor="#EEEEEE" style="font-size : xx-small;" colspan="6" title="Nested Diagnostic Context">NDC: ${escaped('%ndc')}</td></tr>%n}`;

const trace = `%notEmpty{<tr><td bgcolor="#993300" style="color:White; font-size : xx-small;" colspan="6">%replace{${escaped('%ex')}}{\\n(?=[^\\n])}{\n<br>&nbsp;&nbsp;&nbsp;&nbsp;}</td></tr>%n}`;
