import { AREAS, type Area } from '#lib/shared/piece.ts';
import { untaggedAreas } from './area-tags.ts';
import type { Block } from './case.ts';
import { countCharacters, findLengthFault } from './prose-length.ts';
import { findReveal } from './reveals.ts';
import { findSectionFaults } from './section.ts';

/** How many questions a case has at least. */
const LEAST_CHECKPOINTS = 3;
/** What is to be done differently tomorrow. */
const LESSONS = 3;

interface ShapeFault {
	/** Index of the block; null = the body as a whole. */
	readonly block: number | null;
	readonly field: string;
	readonly message: string;
}

interface Shape {
	readonly blocks: readonly Block[];
	readonly areas: readonly Area[];
	/** Whether the officer decides before reading on. */
	readonly isDecided: boolean;
}

/** The words of our own sanitised HTML. */
export const wordsOf = (html: string): string => html.replace(/<[^>]*>/g, ' ');

/** What is wrong with the body of a case as a whole: sections, tags, questions, length, the place to decide. */
export function findShapeFaults(shape: Shape): ShapeFault[] {
	const { blocks, areas } = shape;
	const whole = (field: string, message: string) => ({ block: null, field, message });
	const sections = blocks.flatMap((block) => (block.kind === 'section' ? [block.section] : []));
	const ids = blocks.flatMap((block) => (block.kind === 'checkpoint' ? [block.id] : []));
	const tagged = blocks.flatMap((block) => (block.kind === 'html' ? (block.areas ?? []) : []));
	const untagged = untaggedAreas(areas, tagged).map((area) => AREAS[area]);
	const length = findLengthFault(proseLengthOf(blocks));
	return [
		...findSectionFaults(sections).map((message) => whole('section', message)),
		...(blocks[0] && blocks[0].kind !== 'section'
			? [{ block: 0, field: 'section', message: '正文从小标题“案情”开始' }]
			: []),
		...(new Set(ids).size < ids.length ? [whole('checkpoint', '思考题编号重复')] : []),
		...(ids.length < LEAST_CHECKPOINTS ? [whole('checkpoint', `正文至少要有 ${LEAST_CHECKPOINTS} 道思考题`)] : []),
		...(untagged.length > 0 ? [whole('area', `areas 里的${untagged.join('、')}没有一段打上标签`)] : []),
		...(length ? [whole('length', length)] : []),
		...findDecideFaults(shape),
		...findLessonFaults(blocks)
	];
}

/** Characters of prose: headings and questions are not counted. */
export const proseLengthOf = (blocks: readonly Block[]): number =>
	blocks.reduce((sum, block) => sum + (block.kind === 'html' ? countCharacters(wordsOf(block.html)) : 0), 0);

function findDecideFaults({ blocks, isDecided }: Shape): ShapeFault[] {
	const places = blocks.flatMap((block, index) => (block.kind === 'decide' ? [index] : []));
	const reasons = blocks.findIndex((block) => block.kind === 'section' && block.section === 'discretion');
	const [place] = places;
	if (place === undefined) return [];
	const fault = (block: number, message: string) => ({ block, field: 'decide', message });
	if (!isDecided) return [fault(place, '信息里没有写 decide: 裁量练习案例编号')];
	if (places.length > 1) return [fault(places[1]!, '先裁后看只能有一处')];
	if (reasons !== -1 && place > reasons) return [fault(place, '先裁后看应放在“裁量说理”之前')];
	return [];
}

function findLessonFaults(blocks: readonly Block[]): ShapeFault[] {
	const start = blocks.findLastIndex((block) => block.kind === 'section');
	const last = blocks.at(-1);
	if (start === -1 || last === undefined) return [];
	const count = last.kind === 'html' && last.html.startsWith('<ol') ? (last.html.match(/<li>/g)?.length ?? 0) : 0;
	if (count === LESSONS) return [];
	return [{ block: blocks.length - 1, field: 'lessons', message: `“启示”以 ${LESSONS} 条编号的做法收尾` }];
}

/** Where the officer decides when the author has not said it: before the section that gives the reasons. */
export function placeDecide(blocks: readonly Block[]): Block[] {
	const reasons = blocks.findIndex((block) => block.kind === 'section' && block.section === 'discretion');
	if (reasons === -1 || blocks.some(({ kind }) => kind === 'decide')) return [...blocks];
	return [...blocks.slice(0, reasons), { kind: 'decide', stem: null, notes: [] }, ...blocks.slice(reasons)];
}

/** Words before the place to decide that seem to tell the result: worth a look, a statement may be meant. */
export function findEarlyReveals(blocks: readonly Block[]): { block: number; told: string }[] {
	const place = blocks.findIndex(({ kind }) => kind === 'decide');
	return blocks.slice(0, Math.max(0, place)).flatMap((block, index) => {
		const told = block.kind === 'html' ? findReveal(wordsOf(block.html)) : null;
		return told === null ? [] : [{ block: index, told }];
	});
}
