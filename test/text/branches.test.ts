import { describe, expect, it } from 'vitest';
import { branchesOf, isSure } from '../../server/src/text/branches.ts';

/** Whether line `a` is there whenever line `b` is. */
function sure(text: string, a: string, b: string): boolean {
  const lines = text.split('\n');
  const branches = branchesOf(lines);
  return isSure(branches?.(lines.indexOf(a)), branches?.(lines.indexOf(b)));
}

describe('branches of a template', () => {
  it.each([
    ['Helm', '{{- if .Values.a }}\none\n{{- else if .Values.b }}\ntwo\n{{- end }}\nafter'],
    ['Jinja', '{% if a %}\none\n{% elif b %}\ntwo\n{% endif %}\nafter'],
    ['ERB', '<% if @a -%>\none\n<% else -%>\ntwo\n<% end -%>\nafter'],
  ])('%s: what follows is there for each, and none for the other', (_, text) => {
    expect([sure(text, 'after', 'one'), sure(text, 'one', 'one')]).toEqual([true, true]);
    expect([sure(text, 'one', 'two'), sure(text, 'two', 'one'), sure(text, 'one', 'after')]).toEqual([false, false, false]);
  });

  it('within others have what is around them', () => {
    const text = '{{ if a }}\nouter\n{{ range b }}\ninner\n{{ end }}\nlast\n{{ end }}';
    expect([sure(text, 'outer', 'inner'), sure(text, 'outer', 'last'), sure(text, 'inner', 'last')]).toEqual([true, true, false]);
  });

  it('do not begin with a name for a part, nor with what ends in the same line', () => {
    const text = '{{- define "a" -}}\none\n{{ if a }}x{{ end }}\n{{ include "b" . }}\ntwo\n{{- end -}}\nthree';
    expect([sure(text, 'one', 'three'), sure(text, 'two', 'one')]).toEqual([true, true]);
  });

  it('are none where no line begins one', () => {
    expect(branchesOf(['a={{ .Values.a }}', '{"b": {}}', '{% set a = 1 %}'])).toBeUndefined();
  });
});
