import { type Day, formatDay, isDay } from '#lib/shared/time.ts';
import type { Figures, FigureField, Formula } from './formula.ts';
import { faultOf, fieldsOf } from './formula.ts';
import type { SeenClaim } from './entry.ts';

const MOST_WORDS = 1000;
const MOST_DOCUMENT = 80;

/** A subject that can be entered. */
export interface Enterable {
	readonly id: string;
	readonly formula: Formula;
}

export interface ReadReport {
	readonly claims: readonly SeenClaim[];
	/** By name of the field. */
	readonly faults: Readonly<Record<string, string>>;
}

/** `12` → 12; `86.5` with two decimals → 8650; anything else null. */
function readNumber(text: string, { decimals }: FigureField): number | null {
	const plain = text.trim().replace(/[０-９．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
	if (!(decimals === 2 ? /^\d{1,3}(\.\d{1,2})?$/ : /^\d{1,6}$/).test(plain)) return null;
	return decimals === 2 ? Math.round(Number(plain) * 100) : Number(plain);
}

const LINK = /^(https?:\/\/[^\s"'<>]{3,}|\/(?!\/)[\w\-./?=&%]*)$/;

/**
 * Reads the form of a unit: `figure/<subject>/<field>`, `account/…`, `document/…`, `documentOn/…`, `link/…`, `seen/…`. A subject of
 * which nothing was filled in is left out; one that was begun must be complete.
 */
export function readReportForm(
	subjects: readonly Enterable[],
	form: Readonly<Record<string, string>>,
	today: Day
): ReadReport {
	const faults: Record<string, string> = {};
	const claims = subjects.flatMap(({ id, formula }) => {
		const text = (name: string) => (form[`${name}/${id}`] ?? '').trim();
		const fields = fieldsOf(formula);
		const typed = fields.map((field) => form[`figure/${id}/${field.id}`] ?? '');
		const words = { account: text('account'), document: text('document'), link: text('link') };
		const documentOn = text('documentOn');
		if ([...typed, ...Object.values(words), documentOn].every((one) => one.trim() === '')) return [];
		const figures: Record<string, number> = {};
		fields.forEach((field, at) => {
			const value = readNumber(typed[at]!, field);
			if (value !== null) figures[field.id] = value;
		});
		const fault = faultOf(formula, figures);
		if (fault) faults[`figure/${id}/${fault.field}`] = fault.message;
		for (const [name, message] of Object.entries(faultsOfProof({ ...words, documentOn }, today))) {
			faults[`${name}/${id}`] = message;
		}
		return [claimOf({ ...words, subject: id, figures, documentOn }, text('seen'))];
	});
	return { claims, faults };
}

interface Typed {
	readonly subject: string;
	readonly figures: Figures;
	readonly account: string;
	readonly document: string;
	readonly documentOn: string;
	readonly link: string;
}

const claimOf = ({ link, ...typed }: Typed, seen: string): SeenClaim => ({
	...typed,
	link: link === '' ? null : link,
	seen: /^\d{1,6}$/.test(seen) ? Number(seen) : 0
});

/** What is wrong with a proof, by name of the part; the same judgement where it is saved. */
export function faultsOfProof(
	{
		account,
		document,
		documentOn,
		link
	}: { readonly [Part in 'account' | 'document' | 'documentOn' | 'link']: string },
	today: Day
): Record<string, string> {
	const faults: Record<string, string> = {};
	if (account.length < 4) faults['account'] = '写明数字从哪里来，至少四个字';
	if (account.length > MOST_WORDS) faults['account'] = `不超过 ${MOST_WORDS} 个字`;
	if (document.length < 2) faults['document'] = '写明文号、编号或者材料名称';
	if (document.length > MOST_DOCUMENT) faults['document'] = `不超过 ${MOST_DOCUMENT} 个字`;
	if (!isDay(documentOn)) faults['documentOn'] = '日期写作 2026-11-22';
	else if (documentOn > today) faults['documentOn'] = `不能晚于今天（${formatDay(today)}）`;
	if (link !== '' && (!LINK.test(link) || link.length > 500)) faults['link'] = '以 https:// 或者 / 开头的地址';
	return faults;
}
