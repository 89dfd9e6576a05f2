import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Paper and ink, by the tokens of the page: they reach into the shadow root, and so does the dark scheme. */
export const THEME = EditorView.theme({
	'&': { color: 'var(--ink)', backgroundColor: 'var(--sheet)', fontSize: '1rem', blockSize: '100%' },
	'&.cm-focused': { outline: '2px solid var(--indigo)', outlineOffset: '-1px' },
	'.cm-scroller': { fontFamily: 'var(--sans)', lineHeight: '1.75', overflow: 'auto' },
	'.cm-content': { paddingBlock: '0.5rem', caretColor: 'var(--ink)', minBlockSize: 'var(--least, 6rem)' },
	'.cm-line': { paddingInline: '0.75rem' },
	'.cm-cursor': { borderInlineStartColor: 'var(--ink)', borderInlineStartWidth: '2px' },
	'&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
		background: 'color-mix(in oklab, var(--indigo) 22%, transparent)'
	},
	'.cm-activeLine': { backgroundColor: 'color-mix(in oklab, var(--indigo) 5%, transparent)' },
	'.cm-gutters': {
		color: 'var(--ink-3)',
		backgroundColor: 'var(--sheet)',
		borderInlineEnd: '1px solid var(--rule)',
		fontSize: '0.75rem'
	},
	'.cm-selectionMatch, .cm-searchMatch': { backgroundColor: 'var(--amber-wash)' },
	'.cm-tooltip': { color: 'var(--ink)', backgroundColor: 'var(--sheet)', border: '1px solid var(--ink-2)' },
	'.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--sans)', maxBlockSize: '16rem' },
	'.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.375rem 0.75rem', lineHeight: '1.6' },
	'.cm-tooltip-autocomplete ul li[aria-selected]': {
		color: 'var(--ink)',
		background: 'var(--indigo-wash)',
		boxShadow: 'inset 3px 0 0 var(--indigo)'
	},
	'.cm-completionDetail': { color: 'var(--ink-2)', fontStyle: 'normal', marginInlineStart: '1em' },
	'.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
	'.cm-panels': { color: 'var(--ink)', backgroundColor: 'var(--shade)', borderColor: 'var(--rule)' },
	'.cm-button, .cm-textfield': {
		color: 'var(--ink)',
		background: 'var(--sheet)',
		border: '1px solid var(--rule-strong)',
		fontSize: '0.875rem'
	},
	'.cm-diagnostic-error': { borderInlineStartColor: 'var(--crimson)' },
	'.cm-diagnostic-warning': { borderInlineStartColor: 'var(--amber)' },
	'.cm-lintRange-error': { backgroundImage: 'none', borderBlockEnd: '2px solid var(--crimson)' },
	'.cm-lintRange-warning': { backgroundImage: 'none', borderBlockEnd: '2px dashed var(--amber)' },
	'.cm-lintRange-info': { backgroundImage: 'none', borderBlockEnd: '1px dotted var(--ink-3)' }
});

export const HIGHLIGHT = HighlightStyle.define([
	{ tag: tags.heading, fontFamily: 'var(--serif)', fontWeight: '600', fontSize: '1.125em' },
	{ tag: tags.strong, fontWeight: '700' },
	{ tag: tags.emphasis, fontStyle: 'italic' },
	{ tag: [tags.link, tags.url], color: 'var(--indigo)' },
	{ tag: tags.quote, color: 'var(--ink-2)' },
	{ tag: tags.monospace, color: 'var(--ink-2)' },
	{ tag: [tags.processingInstruction, tags.meta, tags.comment], color: 'var(--ink-3)' },
	{ tag: [tags.propertyName, tags.labelName, tags.definition(tags.propertyName)], color: 'var(--indigo)' },
	{ tag: tags.list, color: 'var(--ink)' }
]);

/** What the library says, in Chinese. */
export const PHRASES: Record<string, string> = {
	Find: '查找',
	Replace: '替换为',
	next: '下一处',
	previous: '上一处',
	all: '全选',
	'match case': '区分大小写',
	regexp: '正则',
	'by word': '整词',
	replace: '替换',
	'replace all': '全部替换',
	close: '关闭',
	'current match': '当前这处',
	'replaced match on line $': '已替换第 $ 行的一处',
	'replaced $ matches': '已替换 $ 处',
	'on line': '在第几行',
	'Go to line': '转到第几行',
	go: '转到',
	Completions: '可引用的法条',
	'Selection deleted': '已删除所选内容',
	'Control character': '控制字符',
	Diagnostics: '问题',
	'No diagnostics': '没有问题',
	'Folded lines': '已折叠',
	'Unfolded lines': '已展开',
	to: '至'
};
