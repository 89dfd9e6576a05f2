import {
	autocompletion,
	closeCompletion,
	completionKeymap,
	completionStatus,
	startCompletion
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, insertNewlineAndIndent } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { yaml } from '@codemirror/lang-yaml';
import { syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { offerCitations } from './citation-source.ts';
import { HIGHLIGHT, PHRASES, THEME } from './code-look.ts';

/** What is wrong on a line, for the mark under it. */
export interface LineNote {
	/** From 1. */
	readonly line: number;
	readonly message: string;
	readonly severity: 'error' | 'warning' | 'info';
}

export interface CodeOptions {
	readonly text: string;
	readonly language: 'markdown' | 'yaml';
	readonly label: string;
	readonly describedBy: string;
	/** Where citations are looked up. */
	readonly citations: string;
	readonly isReadOnly: boolean;
	onchange(text: string): void;
	/** Escape: out of the text, to where the keyboard goes on. */
	onleave(): void;
	onscroll?(): void;
	/** A picture was pasted or dropped. */
	onpicture?(file: File): void;
}

/**
 * A text with marks, in a shadow root: there its styles are adopted sheets, which a strict content security policy lets pass
 * (a style element would be refused).
 */
export class CodeArea {
	readonly view: EditorView;
	readonly #mode = new Compartment();
	/** Set while the text is put in from outside: not a key of the writer's. */
	#isQuiet = false;

	constructor(host: HTMLElement, options: CodeOptions) {
		const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
		root.replaceChildren();
		const state = EditorState.create({ doc: options.text, extensions: this.#extensions(options) });
		this.view = new EditorView({ state, parent: root, root });
		if (options.onscroll) this.view.scrollDOM.addEventListener('scroll', options.onscroll, { passive: true });
	}

	#extensions(options: CodeOptions): Extension[] {
		const { language, label, describedBy, citations, isReadOnly } = options;
		return [
			...[history(), drawSelection(), highlightActiveLine(), highlightSelectionMatches(), search({ top: true })],
			...[EditorView.lineWrapping, THEME, syntaxHighlighting(HIGHLIGHT), EditorState.phrases.of(PHRASES)],
			...(language === 'markdown' ? [markdown(), lineNumbers()] : [yaml()]),
			autocompletion({ override: [offerCitations(citations)], icons: false, aboveCursor: false }),
			keymap.of([
				{ key: 'Escape', run: (view) => this.#leave(view, options) },
				{ key: 'Enter', run: language === 'yaml' ? insertNewlineAndIndent : () => false },
				...[...completionKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]
			]),
			this.#mode.of(modeOf(isReadOnly)),
			// `tabindex` says in so many words that what scrolls can be reached by keyboard.
			EditorView.contentAttributes.of({
				...{ 'aria-label': label, 'aria-describedby': describedBy, lang: 'zh-CN', tabindex: '0' }
			}),
			EditorView.updateListener.of(({ docChanged, state }) => {
				if (docChanged && !this.#isQuiet) options.onchange(state.doc.toString());
			}),
			EditorView.domEventHandlers({
				paste: (event) => takePicture(event, event.clipboardData, options),
				drop: (event) => takePicture(event, event.dataTransfer, options)
			})
		];
	}

	/** Escape closes what is open; with nothing open it leads out of the text. */
	#leave(view: EditorView, { onleave }: CodeOptions): boolean {
		if (completionStatus(view.state) !== null) return closeCompletion(view);
		if (view.dom.querySelector('.cm-search')) return false;
		onleave();
		return true;
	}

	/** The text was changed elsewhere: only what differs is replaced, so that the cursor stays where it was. */
	replace(text: string): void {
		const old = this.view.state.doc.toString();
		if (old === text) return;
		let from = 0;
		while (from < old.length && old[from] === text[from]) from++;
		let end = 0;
		while (end < Math.min(old.length, text.length) - from && old.at(-1 - end) === text.at(-1 - end)) end++;
		this.#isQuiet = true;
		this.view.dispatch({ changes: { from, to: old.length - end, insert: text.slice(from, text.length - end) } });
		this.#isQuiet = false;
	}

	freeze(isReadOnly: boolean): void {
		this.view.dispatch({ effects: this.#mode.reconfigure(modeOf(isReadOnly)) });
	}

	/** Puts words around or in place of what is selected; `caret` counts from the beginning of what was put in. */
	insert(write: (selected: string) => { text: string; caret?: number }): void {
		const { from, to } = this.view.state.selection.main;
		const { text, caret = text.length } = write(this.view.state.sliceDoc(from, to));
		this.view.dispatch({
			changes: { from, to, insert: text },
			selection: { anchor: from + caret },
			scrollIntoView: true,
			userEvent: 'input'
		});
		this.view.focus();
	}

	/** A block of its own: with an empty line before and after. */
	insertBlock(text: string, caret?: number): void {
		const { doc, selection } = this.view.state;
		const line = doc.lineAt(selection.main.head);
		const before = line.text === '' ? '' : '\n\n';
		const at = line.to;
		this.view.dispatch({
			changes: { from: at, insert: `${before}${text}\n` },
			selection: { anchor: at + before.length + (caret ?? text.length) },
			scrollIntoView: true,
			userEvent: 'input'
		});
		this.view.focus();
	}

	/** Puts a sign at the head of each selected line. */
	prefixLines(prefix: (index: number) => string): void {
		const { doc, selection } = this.view.state;
		const [first, last] = [doc.lineAt(selection.main.from).number, doc.lineAt(selection.main.to).number];
		const lines = Array.from({ length: last - first + 1 }, (_, index) => doc.line(first + index));
		this.view.dispatch({
			changes: lines.map(({ from }, index) => ({ from, insert: prefix(index) })),
			scrollIntoView: true,
			userEvent: 'input'
		});
		this.view.focus();
	}

	askCitation(): void {
		this.insert((selected) => ({ text: `《${selected}` }));
		startCompletion(this.view);
	}

	select(from: number, to: number): void {
		const end = this.view.state.doc.length;
		this.view.dispatch({
			selection: { anchor: Math.min(from, end), head: Math.min(to, end) },
			effects: EditorView.scrollIntoView(Math.min(from, end), { y: 'center' })
		});
		this.view.focus();
	}

	goTo(line: number): void {
		const { from, to } = this.view.state.doc.line(Math.min(Math.max(line, 1), this.view.state.doc.lines));
		this.select(from, to);
	}

	mark(notes: readonly LineNote[]): void {
		const { doc } = this.view.state;
		const found = notes
			.filter(({ line }) => line >= 1 && line <= doc.lines)
			.map(({ line, message, severity }): Diagnostic => {
				const { from, to } = doc.line(line);
				return { from, to, message, severity };
			});
		this.view.dispatch(setDiagnostics(this.view.state, found));
	}

	/** Offset of the first character in sight. */
	topOffset(): number {
		const { top } = this.view.scrollDOM.getBoundingClientRect();
		return this.view.lineBlockAtHeight(top - this.view.documentTop).from;
	}

	close(): void {
		this.view.destroy();
	}
}

const modeOf = (isReadOnly: boolean): Extension => [EditorState.readOnly.of(isReadOnly)];

function takePicture(event: Event, data: DataTransfer | null, { onpicture }: CodeOptions): boolean {
	const file = [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'));
	if (!file || !onpicture) return false;
	event.preventDefault();
	onpicture(file);
	return true;
}
