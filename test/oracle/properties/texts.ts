/** Texts whose reading is recorded from java.util.Properties: each construct of the format, alone and next to its neighbours. */
const handMade: readonly string[] = [
  '',
  'a',
  'a=',
  'a=1',
  'a = 1',
  'a:1',
  'a : 1',
  'a 1',
  'a\t1',
  'a\f1',
  'a  =  1  ',
  '=1',
  ':1',
  ' =',
  'a==1',
  'a=:1',
  'a =: 1',
  'a b=1',
  'a\\ b=1',
  'a\\=b=1',
  'a\\:b:1',
  '#a=1',
  '!a=1',
  '  # a=1',
  '\t!a=1',
  'a=1 # b',
  'a=#1',
  'a#b=1',
  '\n\na=1\n\n',
  'a=1\rb=2',
  'a=1\r\nb=2',
  'a=1\\\n2',
  'a=1\\\n  2',
  'a=1\\\r\n\t2',
  'a=1\\\\\nb=2',
  'a=1\\\\\\\n2',
  'a=1\\\n# b\nc=2',
  'a=1\\\n\nb=2',
  'a=1\\\n   \nb=2',
  '\\\na=1',
  '\\\n# a\nb=1',
  ' \\\n \\\na=1',
  'a\\\n=1',
  'a\\\n  b = 1',
  'a=\\\n1',
  'a\\',
  'a=\\',
  'a=1\\',
  '# a\\\nb=1',
  'a=1\\\n\\\n2',
  'a=\\t\\n\\r\\f',
  'a=C:\\temp\\new',
  'a=\\u00e9',
  'a=\\u00E9x',
  '\\u0061=1',
  'a=\\u12',
  'a=\\uzzzz',
  'a=\\u',
  'a=\\\\u12',
  'a=\\x\\y\\"',
  'a=\\ 1',
  'a=1\\ ',
  'a=1\na=2',
  'A=1\na=2',
  'a=é',
  'é=1',
  'a=1\u000bb',
  'a=\u00a01',
  '\ufeffa=1',
  'a="1"',
  "a='1'",
  'a=${b}',
  'a.b.c=1',
  'listener.name.x.ssl\\:y=1',
  'a=1\\\n b\\\n  c',
  'a\\\\=1',
  'a\\\\\\=1',
  '\\#a=1',
  '\\!a=1',
  'a=1\f',
];

/** All short texts over the characters that mean something, thinned out evenly. */
function combinations(): string[] {
  const alphabet = ['a', '\\', '\n', '=', ' ', '#'];
  const texts: string[] = [];
  for (let i = 0; i < alphabet.length ** 5; i += 5) {
    let rest = i;
    let text = '';
    for (let j = 0; j < 5; j += 1) {
      text += alphabet[rest % alphabet.length] ?? '';
      rest = Math.floor(rest / alphabet.length);
    }
    texts.push(text);
  }
  return texts;
}

export const propertyTexts: readonly string[] = [...handMade, ...combinations()];
