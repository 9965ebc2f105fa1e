import { withDirectives } from '../configs/directives.ts';
import { follow } from '../configs/follow.ts';
import { Pieces } from '../configs/pieces.ts';
import { place } from '../configs/place.ts';
import type { Circumstances, Placement } from '../configs/placement.ts';
import type { Delta, Format, Tree } from '../formats/format.ts';
import { Judge } from '../rules/judge.ts';
import { type Report, type RuleSettings, report } from '../rules/report.ts';
import type { Place } from '../text/block.ts';
import { branchesOf, mayBranch } from '../text/branches.ts';
import { comparePlaces } from '../text/edit.ts';
import { type LineEdit, splitLines } from '../text/lines.ts';

/** A change of a text, as LSP reports it; without a range the whole text is new. */
export interface TextChange {
  readonly range?: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

/** So many edits at once are followed one by one: in a long text each of them costs about a fiftieth of reading it, or less. */
const few = 20;

/** A document with everything derived from it, kept up to date edit by edit. Configs and verdicts are made when first asked for. */
export class Document {
  readonly #format: Format;
  #circumstances: Circumstances;
  #lines: string[];
  #eol: string;
  #tree: Tree;
  #placement: Placement | undefined;
  #pieces = new Pieces();
  /** True where an edit changed what configs there are: they are looked for again when they are asked for. */
  #stale = false;
  #judge: Judge | undefined;
  /** Whether it may be a template that leaves lines out. */
  #mayBranch: boolean;
  /** What was known of it when it was placed, with what its comments say. */
  #told: Circumstances | undefined;

  constructor(text: string, format: Format, circumstances: Circumstances) {
    const { lines, eol } = splitLines(text);
    this.#format = format;
    this.#lines = lines;
    this.#eol = eol;
    this.#circumstances = circumstances;
    this.#mayBranch = mayBranch(text);
    this.#tree = format.parse(lines);
  }

  get lines(): readonly string[] {
    return this.#lines;
  }

  /** The line end of the file's first line. */
  get eol(): string {
    return this.#eol;
  }

  /** What it is written in, whatever it is called: YAML may be JSON. */
  get format(): Format {
    return this.#tree.format;
  }

  get tree(): Tree {
    return this.#tree;
  }

  get path(): string {
    return this.#circumstances.path;
  }

  /** The whole text, with one kind of line end. */
  text(): string {
    return this.#lines.join(this.#eol);
  }

  /** The same document with another text, of one line or more, in place of a line; this one stays as it is. */
  withLine(line: number, text: string): Document {
    return new Document(this.#lines.with(line, text).join('\n'), this.format, this.#circumstances);
  }

  get placement(): Placement {
    if (this.#placement !== undefined && !this.#stale) return this.#placement;
    this.#stale = false;
    this.#told = withDirectives(this.#tree, this.#circumstances);
    this.#placement = place(this.#tree, this.#circumstances, this.#pieces);
    this.#judge?.renew(this.#placement);
    return this.#placement;
  }

  get judge(): Judge {
    const { placement } = this;
    this.#judge ??= new Judge(placement);
    return this.#judge;
  }

  /** What is to be shown, in the order of the document. */
  reports(settings: RuleSettings): Report[] {
    return report(this.judge.verdicts(), this.#tree, settings, this.#mayBranch ? branchesOf(this.#lines) : undefined);
  }

  /** Settings or circumstances are others: configs are looked for again. */
  place(circumstances: Circumstances): void {
    this.#circumstances = circumstances;
    this.#forget();
  }

  /** Takes an edit in. A range that reaches beyond the text is clipped, one that ends before it begins is empty. */
  change(change: TextChange): void {
    const edit = this.#write(change);
    const delta = edit && this.#format.update(this.#tree, this.#lines, edit);
    if (delta === undefined) this.#tree = this.#format.parse(this.#lines);
    if (edit === undefined) this.#forget();
    else this.#follow(delta);
  }

  /** Takes edits in that were made at once, each in the text that the one before left. After many of them all is sooner read again. */
  changeAll(changes: readonly TextChange[]): void {
    if (changes.length <= few) {
      for (const change of changes) this.change(change);
      return;
    }
    for (const change of changes) this.#write(change);
    this.#tree = this.#format.parse(this.#lines);
    this.#forget();
  }

  /** Changes the lines; undefined where all of them are new. */
  #write({ range, text }: TextChange): LineEdit | undefined {
    this.#mayBranch ||= text.includes('{') || text.includes('%');
    if (range !== undefined) return this.#splice(range.start, comparePlaces(range.end, range.start) < 0 ? range.start : range.end, text);
    const { lines, eol } = splitLines(text);
    this.#lines = lines;
    this.#eol = eol;
    return undefined;
  }

  #splice(start: Place, end: Place, text: string): LineEdit {
    const lines = this.#lines;
    const last = lines.length - 1;
    const first = Math.min(start.line, last);
    const until = Math.min(end.line, last);
    const head = start.line > last ? (lines[last] ?? '') : (lines[first] ?? '').slice(0, start.character);
    const tail = end.line > last ? '' : (lines[until] ?? '').slice(end.character);
    const fresh = splitLines(head + text + tail).lines;
    const removed = until - first + 1;
    if (fresh.length === removed)
      fresh.forEach((line, i) => {
        lines[first + i] = line;
      });
    else this.#lines = [...lines.slice(0, first), ...fresh, ...lines.slice(until + 1)];
    return { first, removed, added: fresh.length };
  }

  #follow(delta: Delta | undefined): void {
    const placement = this.#placement;
    if (placement === undefined) return;
    if (delta === undefined || this.#judge === undefined || (delta.directives && this.#isToldOtherwise())) {
      this.#forget();
      return;
    }
    const followed = this.#stale ? undefined : follow(placement, delta);
    if (followed === undefined) {
      this.#stale = true;
      this.#pieces.touch(delta);
      return;
    }
    this.#placement = followed.placement;
    this.#judge.update(delta, followed);
  }

  /** Whether the author's comments say something else about the document than when it was placed. */
  #isToldOtherwise(): boolean {
    const now = withDirectives(this.#tree, this.#circumstances);
    const before = this.#told;
    return (['role', 'kafka', 'family', 'librdkafka', 'said'] as const).some((what) => now[what] !== before?.[what]);
  }

  #forget(): void {
    this.#placement = undefined;
    this.#pieces = new Pieces();
    this.#stale = false;
    this.#judge = undefined;
  }
}
