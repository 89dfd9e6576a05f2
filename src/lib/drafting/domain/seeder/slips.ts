import type { Random } from '#lib/shared/random.ts';
import type { RuleBook } from '../rule-book.ts';
import { between, pick, turned } from './ground.ts';

/** What people write in the place of the right words, by how the right text ends or looks. */
const CONFUSED: readonly (readonly [right: RegExp, wrong: readonly string[]])[] = [
	[/人民政府$/, ['应急管理局', '安全生产监督管理局', '司法局']],
	[/应急管理局$/, ['安全生产监督管理局', '应急管理综合行政执法大队']],
	[/有限责任公司$/, ['有限公司', '有限责任公司分公司']],
	[/有限公司$/, ['有限责任公司', '公司', '股份有限公司']],
	[/人民法院$/, ['中级人民法院', '人民法庭']]
];

const DOCUMENT_NUMBER = /^(.*〔)(\d{4})(〕.*?)(\d+)(号.*)$/;

/** Slips of the pen that turn a text into another, the likeliest first; never the text itself. */
export function slipsOf(text: string, random: Random): string[] {
	const number = DOCUMENT_NUMBER.exec(text);
	if (number) return turned(numberSlips(number), random);
	const confused = CONFUSED.find(([right]) => right.test(text));
	const words = confused ? turned(confused[1], random).map((wrong) => text.replace(confused[0], wrong)) : [];
	const digits = /\d/.test(text) ? [digitSlip(text, random)] : [];
	return [...digits, ...words, ...letterSlips(text, random)].filter((slip) => slip !== text && slip.trim() !== '');
}

function numberSlips([, before, year, between, count, after]: RegExpExecArray): string[] {
	const rest = (number: number, wrongYear = year!) => `${before}${wrongYear}${between}${number}${after}`;
	return [rest(Number(count) + 1), rest(Number(count) + 10), rest(Number(count), String(Number(year) - 1))];
}

/** One digit is another. */
export function digitSlip(text: string, random: Random): string {
	const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
	const at = pick(places.slice(-4), random);
	const digit = (Number(text[at]) + between(1, 8, random)) % 10;
	return `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
}

/** A letter left out, or two letters the wrong way round. */
function letterSlips(text: string, random: Random): string[] {
	if (text.length < 2) return [`${text}${text}`];
	const at = between(1, text.length - 2, random);
	return [
		text.length > 2 ? text.slice(0, at) + text.slice(at + 1) : `${text[1]}${text[0]}`,
		`${text.slice(0, at - 1)}${text[at]}${text[at - 1]}${text.slice(at + 1)}`
	];
}

/** Another penalty basis than the one named. */
export function otherBases(id: string, { statutes }: RuleBook, random: Random): string[] {
	const [own, all] = [statutes.get(id), [...statutes.values()].filter((row) => row.id !== id)];
	const isNear = (row: { readonly article: string }) =>
		Math.abs(parseInt(row.article, 10) - parseInt(own?.article ?? '0', 10)) <= 2;
	const near = all.filter(isNear).map((row) => row.id);
	const far = all.filter((row) => !isNear(row)).map((row) => row.id);
	return [...(near.length > 0 ? turned(near, random) : []), ...(far.length > 0 ? turned(far, random) : [])];
}

/** Texts that miss what a rule looks for, by path. */
export const EMPTY_WORDS: Readonly<Record<string, string>> = {
	'f.final_statement': '以上笔录我看过了。',
	'f.reason': '因办案需要，便于进一步调查。',
	'f.channel': '本局政务网站'
};

/** Values outside of what a rule admits, by the last key of the path, where the form itself offers none. */
export const OUTSIDERS: Readonly<Record<string, readonly string[]>> = {
	relation: ['门卫', '保洁员'],
	level: ['部门规章', '规范性文件'],
	type: ['情况说明', '会议纪要'],
	source: ['领导交办', '临时安排'],
	measures: ['查封设备', '没收设备'],
	penalty_kind: ['责令停产停业'],
	hearing_ground: ['当事人要求'],
	conclusion: ['原则同意'],
	tier: ['较重'],
	on_spot_reason: ['当事人同意']
};

/** Sentences with a word that has no place there. */
export const UNFIT: Readonly<Record<string, string>> = {
	大概: '类似情况大概还有几处。',
	可能: '现场可能还有其他问题。',
	似乎: '操作人员似乎没有经过培训。',
	左右: '上述情况持续一个月左右。',
	差不多: '其余岗位情况差不多。',
	罚款: '拟对该单位罚款。',
	给予行政处罚: '对上述问题应当给予行政处罚。',
	予以处罚: '上述行为应当予以处罚。',
	不承认就: '问：不承认就从重处理，想清楚了吗？答：想清楚了。',
	你必须承认: '问：证据都在，你必须承认。答：是。',
	承认了就不罚: '问：承认了就不罚，是不是这样？答：是。',
	只要承认就: '问：只要承认就从轻，明白吗？答：明白。'
};
