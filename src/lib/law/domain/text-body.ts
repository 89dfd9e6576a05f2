import { chineseNumber } from '#lib/shared/chinese-number.ts';
import type { TextRemark, TextSection, TextUnit } from './law-text.ts';
import { isPromulgation } from './text-head.ts';
import { splitJoined } from './text-joined.ts';
import { type Line, isPieceOfTitle, restoreHeadings } from './text-lines.ts';
import { type Numbering, type Opening, numberingOf, readOpening } from './text-openers.ts';
import { TEXT_UNITS } from './text-units.ts';

export interface Body {
	readonly sections: readonly TextSection[];
	readonly articles: readonly TextUnit[];
	/** Dated lines printed between title and wording. */
	readonly history: readonly string[];
	readonly warnings: readonly TextRemark[];
}

interface Unit {
	readonly article: string;
	readonly label: string;
	readonly section: number | null;
	readonly lines: string[];
	/** Line of the file on which it begins. */
	readonly from: number;
}

interface Draft {
	readonly title: string;
	readonly numbering: Numbering | null;
	/** `##` of the outermost heading. */
	readonly outermost: number;
	readonly sections: TextSection[];
	readonly units: Unit[];
	readonly history: string[];
	readonly warnings: TextRemark[];
	/** Last article or point. */
	number: number;
	annexes: number;
	/** A heading has come since the last article: what follows without a number belongs to none. */
	afterHeading: boolean;
}

const ANNEX = /^(附(?:[件录表]\s?[0-9０-９一二三四五六七八九十]{0,3}|注)?)(?:[:：、.]\s*(.*)|\s(.*))?$/;
const UNMARKED = /^第[一二三四五六七八九十百]{1,5}(编|分编|章|节) ?\S{1,40}$/;

/** Divides the wording into headings and units. */
export function readBody(title: string, read: readonly Line[]): Body {
	const numbering = numberingOf(read);
	const opensArticle = (text: string) => readOpening('article', text)?.isClear === true;
	const lines = numbering === 'article' ? restoreHeadings(read, opensArticle) : read;
	const depths = lines.filter(({ depth }) => depth > 0).map(({ depth }) => depth);
	const draft: Draft = {
		...{ title, numbering, outermost: Math.min(...depths) },
		...{ sections: [], units: [], history: [], warnings: [], number: 0, annexes: 0, afterHeading: false }
	};
	for (const line of lines) {
		const pieces = draft.numbering === 'article' ? splitJoined(line) : [line];
		if (pieces.length > 1) warn(draft, line, '一行里连着多条，已按条号拆开');
		for (const piece of pieces) addLine(draft, piece);
	}
	return finish(draft);
}

const warn = (draft: Draft, { number: line }: { number: number }, message: string) =>
	void draft.warnings.push({ line, message });

function addLine(draft: Draft, line: Line): void {
	const inAnnex = draft.annexes > 0;
	const annex = draft.number > 0 ? ANNEX.exec(line.text) : null;
	if (annex) return openAnnex(draft, line, annex);
	if (inAnnex) return addText(draft, line);
	const opening = draft.numbering && readOpening(draft.numbering, line.text);
	if (line.depth > 0) addHeading(draft, line.depth, line.text);
	if (opening && (line.depth === 0 || draft.numbering !== 'article') && isNext(draft, opening, line)) {
		return openUnit(draft, line, opening);
	}
	if (line.depth > 0) return;
	if (draft.numbering === 'article' && UNMARKED.test(line.text) && !isInQuotes(draft)) {
		warn(draft, line, `章节标题没有用 # 标出：${line.text}`);
		return addHeading(draft, /章/.test(line.text) ? draft.outermost : draft.outermost + 1, line.text);
	}
	addText(draft, line);
}

function addHeading(draft: Draft, depth: number, heading: string): void {
	const outermost = Number.isFinite(draft.outermost) ? draft.outermost : 2;
	draft.sections.push({ level: Math.max(1, (Number.isFinite(depth) ? depth : 2) - outermost + 1), heading });
	draft.afterHeading = true;
}

function openUnit(draft: Draft, { number: from }: Line, { id, label, number, rest }: Opening): void {
	draft.number = number;
	draft.afterHeading = false;
	draft.units.push({ article: id, label, section: currentSection(draft), lines: rest === '' ? [] : [rest], from });
}

const currentSection = ({ sections }: Draft) => (sections.length > 0 ? sections.length - 1 : null);

function openAnnex(draft: Draft, line: Line, [, label, colon, blank]: RegExpExecArray): void {
	if (line.depth > 0) addHeading(draft, line.depth, line.text);
	const text = colon ?? blank ?? '';
	draft.annexes++;
	draft.units.push({
		...{ article: `annex-${draft.annexes}`, label: label!, section: line.depth > 0 ? currentSection(draft) : null },
		...{ lines: text === '' ? [] : [text], from: line.number }
	});
}

function addText(draft: Draft, line: Line): void {
	if (draft.number === 0 && isPreamble(draft, line)) return;
	const unit = draft.units.at(-1);
	const isNew = unit === undefined || (draft.annexes === 0 && draft.afterHeading);
	if (!isNew) return void unit.lines.push(line.text);
	const section = currentSection(draft);
	draft.afterHeading = false;
	const heading = section === null ? null : draft.sections[section]!.heading;
	const isPreface = heading === null ? draft.numbering !== null : /^(序\s?言|前\s?言)$/.test(heading);
	const [article, label] = isPreface
		? ['preface', heading ?? TEXT_UNITS.preface.label]
		: heading === null
			? ['body', TEXT_UNITS.body.label]
			: [`s${section! + 1}`, heading];
	draft.units.push({ article, label, section, lines: [line.text], from: line.number });
}

/** Title printed once more, bracketed dates and document numbers above the wording. */
function isPreamble(draft: Draft, { text }: Line): boolean {
	if (draft.units.length > 0) return false;
	if (isPieceOfTitle(text, draft.title)) return true;
	if (!isPromulgation(text)) return false;
	draft.history.push(text.replace(/^[（(](.*)[）)]$/, '$1'));
	return true;
}

/** Whether an article or point that begins here is the next one of this text; what is not stays part of the one above. */
function isNext(draft: Draft, { number, sub, label, isClear, rest }: Opening, line: Line): boolean {
	const id = sub > 0 ? `${number}-${sub}` : `${number}`;
	const isFollowing = sub > 0 ? number === draft.number : number === draft.number + 1;
	if (draft.numbering !== 'article') return isFollowing;
	if (draft.units.some(({ article }) => article === id)) {
		if (isClear && !isInQuotes(draft)) warn(draft, line, `${label}在前面已经有了，这一行当作上一条的内容`);
		return false;
	}
	if (isFollowing) return isClear || !/^(?:规定|所|第|的|至|和|、|，|到|或|及|中|与)/.test(rest);
	if (!isClear) return false;
	if (draft.number === 0) return true;
	if (isInQuotes(draft)) return false;
	const isLater = number > draft.number;
	const before = `第${chineseNumber(draft.number)}条`;
	warn(draft, line, isLater ? `${before}之后是${label}，中间缺条` : `${label}排在${before}之后，当作上一条的内容`);
	return isLater;
}

/** Whether the current unit has an open quotation: an article in it is one that is being changed. */
function isInQuotes(draft: Draft): boolean {
	const text = draft.units.at(-1)?.lines.join('') ?? '';
	return text.split('“').length > text.split('”').length;
}

function finish(draft: Draft): Body {
	const units = draft.units.filter(({ lines, article }) => lines.length > 0 || /^[\dp]/.test(article));
	for (const unit of units.filter(({ lines }) => lines.length === 0)) {
		warn(draft, { number: unit.from }, `${unit.label}没有正文`);
	}
	return {
		...{ sections: draft.sections, history: draft.history, warnings: draft.warnings },
		articles: units.map(({ article, label, section, lines }) => ({ article, label, section, text: lines.join('\n') }))
	};
}
