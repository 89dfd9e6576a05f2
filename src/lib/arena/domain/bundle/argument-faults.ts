import type { Argument, BundleBody } from './bundle.ts';
import { REHEARSAL_STAGES, type RehearsalStage } from './bundle.ts';
import type { BundleFault } from './bundle-fault.ts';
import { SIDES, type Side } from './side.ts';

/** A rehearsal of one stage against one side is at least so long. */
const LEAST_A_STAGE = 2;
const LEAST_A_SIDE = 5;
const REPLIES = { least: 3, most: 5 } as const;
/** Replies alike in length: the longest at most so many times the shortest, so that nobody picks by the look. */
const LENGTH_RATIO = 1.6;
/** The best reply is the longest one in at most this share of the arguments. */
const LONGEST_SHARE = 0.65;

type Known = {
	readonly exhibits: ReadonlySet<string>;
	readonly law: ReadonlySet<string>;
	readonly issues: ReadonlySet<string>;
};

/** What is wrong with the prepared arguments: their references, their replies, and how many each side has for each stage. */
export function findArgumentFaults({ arguments: lines, exhibits, lawPack, issues }: BundleBody): BundleFault[] {
	const known: Known = {
		exhibits: new Set(exhibits.map(({ id }) => id)),
		law: new Set(lawPack.map(({ key }) => key)),
		issues: new Set(issues.map(({ id }) => id))
	};
	const ids = lines.map(({ id }) => id);
	const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
	return [
		...giveawayFaults(lines),
		...repeated.map((id) => ({ field: 'arguments', message: `论点编号重复：${id}` })),
		...lines.flatMap((one, index) =>
			lineFaults(one, known).map((at) => ({ ...at, field: `arguments.${index}${at.field}` }))
		),
		...(Object.keys(SIDES) as Side[]).flatMap((side) => sideFaults(lines, side))
	];
}

function giveawayFaults(lines: readonly Argument[]): BundleFault[] {
	const longest = lines.filter(({ replies }) => {
		const most = Math.max(...replies.map(({ text }) => text.length));
		return replies.some(({ worth, text }) => worth === 100 && text.length === most);
	}).length;
	if (lines.length === 0 || longest / lines.length <= LONGEST_SHARE) return [];
	return [
		{ field: 'arguments', message: `${lines.length} 条里有 ${longest} 条，最好的回应就是最长的，看长短就能猜中` }
	];
}

function sideFaults(lines: readonly Argument[], side: Side): BundleFault[] {
	const own = lines.filter(({ by }) => by === side);
	const few = (Object.keys(REHEARSAL_STAGES) as RehearsalStage[]).filter(
		(stage) => own.filter((one) => one.stage === stage).length < LEAST_A_STAGE
	);
	return [
		...(own.length < LEAST_A_SIDE
			? [{ field: 'arguments', message: `${SIDES[side]}至少要有 ${LEAST_A_SIDE} 条论点` }]
			: []),
		...few.map((stage) => ({
			field: 'arguments',
			message: `${SIDES[side]}在${REHEARSAL_STAGES[stage]}阶段至少要有 ${LEAST_A_STAGE} 条论点`
		}))
	];
}

const UNKNOWN = { exhibits: '这份证据', law: '这一条法', issues: '这个焦点' } as const;

function lineFaults(one: Argument, known: Known): BundleFault[] {
	const unknown = (field: string, ids: readonly string[], kind: keyof Known) =>
		ids.filter((id) => !known[kind].has(id)).map((id) => ({ field, message: `没有${UNKNOWN[kind]}：${id}` }));
	const texts = one.replies.map(({ text }) => text);
	const best = one.replies.filter(({ worth }) => worth === 100).length;
	const lengths = texts.map(({ length }) => length);
	return [
		...unknown('.issue', [one.issue], 'issues'),
		...unknown('.exhibits', one.exhibits, 'exhibits'),
		...unknown('.met.exhibits', one.met.exhibits, 'exhibits'),
		...unknown('.law', one.law, 'law'),
		...unknown('.met.law', one.met.law, 'law'),
		...(one.met.law.length > 0 ? [] : [{ field: '.met.law', message: '要写明用哪一条来答' }]),
		...(one.exhibits.length + one.law.length > 0 ? [] : [{ field: '', message: '论点要有证据或者法条' }]),
		...(best === 1 ? [] : [{ field: '.replies', message: `满分的回应要正好一个，现有 ${best} 个` }]),
		...(texts.length >= REPLIES.least && texts.length <= REPLIES.most
			? []
			: [{ field: '.replies', message: `回应写 ${REPLIES.least} 到 ${REPLIES.most} 个` }]),
		...(Math.max(...lengths) <= LENGTH_RATIO * Math.min(...lengths)
			? []
			: [{ field: '.replies', message: '回应的长短相差太多，看长短就能猜中' }]),
		...(new Set(texts).size < texts.length ? [{ field: '.replies', message: '回应有重复' }] : [])
	];
}
