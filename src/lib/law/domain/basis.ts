import { shortTitle } from './title-key.ts';
import { type Day, formatDay } from '#lib/shared/time.ts';
import { CITING_KINDS, type CitingKind } from './citing.ts';
import { type Affected, type Settled } from './currency.ts';
import { type Standing, isSetAside } from './standing.ts';
import type { KnownVersion } from './succession.ts';

/** What a piece's readers are told about the law under it. Pieces whose articles did not change are told nothing. */
export interface ChangedBasis {
	readonly standing: Exclude<Standing, 'unchanged'>;
	/** What changed, as a sentence without a full stop; several changes joined. */
	readonly change: string;
	/** Why it may be shown again or is out; '' while open. */
	readonly reason: string;
}

const WEIGHT = { retired: 3, open: 2, released: 1, unchanged: 0 } as const;

export type ChangedPieces = Readonly<Record<CitingKind, ReadonlyMap<string, ChangedBasis>>>;

/** The changed basis of each piece, by kind and id: of several changes the gravest decides, and all are named. */
export function basisOf(settled: readonly Settled[], versions: readonly KnownVersion[]): ChangedPieces {
	const kinds = Object.keys(CITING_KINDS) as CitingKind[];
	const pieces = new Map(kinds.map((kind) => [kind, new Map<string, ChangedBasis>()]));
	const gravestFirst = [...settled].sort((left, right) => WEIGHT[right.standing] - WEIGHT[left.standing]);
	for (const one of gravestFirst) {
		if (one.standing === 'unchanged') continue;
		const own = pieces.get(one.kind)!;
		const change = describeChange(one, versions);
		const before = own.get(one.id);
		const basis = { standing: one.standing, change, reason: one.reason ?? '' };
		own.set(one.id, before ? { ...before, change: `${before.change}；${change}` } : basis);
	}
	return Object.fromEntries(pieces) as Record<CitingKind, Map<string, ChangedBasis>>;
}

/** `《甲条例》（2013年12月7日版）自2026年5月1日起由《乙法》取代` */
export function describeChange(
	{ law, from, to, since }: Pick<Affected, 'law' | 'from' | 'to' | 'since'>,
	versions: readonly KnownVersion[]
): string {
	const old = `《${titleOf(law, versions)}》（${formatDay(from)}版）自${formatDay(since)}起`;
	if (!to) return `${old}不再施行`;
	if (to.law === law && to.version) return `${old}由${formatDay(to.version)}版取代`;
	return `${old}由《${titleOf(to.law, versions)}》取代`;
}

function titleOf(law: string, versions: readonly KnownVersion[]): string {
	const named = versions.find((one) => one.law === law);
	return named ? shortTitle(named.title) : law;
}

/** What stands above a case, on the day of whose law it is told. */
export function noteForCase({ standing, change, reason }: ChangedBasis, asOf: Day): string {
	const then = `本案按${formatDay(asOf)}行为时的法读`;
	if (standing === 'open') return `依据已变动：${change}。${then}；正在法制复核。`;
	if (standing === 'released') return `依据后来变动：${change}。${then}。复核意见：${reason}`;
	return `本案已停用：${change}。停用理由：${reason}`;
}

/** What stands under a marked answer: the question was drawn before, or it was released. */
export function noteForItem({ standing, change, reason }: ChangedBasis, asOf: Day): string {
	const then = `本题按${formatDay(asOf)}的法作答`;
	if (standing === 'open') return `依据已变动：${change}。${then}，这次照常计分；复核完以前不再出这道题。`;
	if (standing === 'released') return `依据后来变动：${change}。${then}。复核意见：${reason}`;
	return `这道题已停用：${change}。${then}，这次照常计分。停用理由：${reason}`;
}

/** The pieces of which nothing may be drawn. */
export function idsSetAside(pieces: ReadonlyMap<string, ChangedBasis>): string[] {
	return [...pieces].filter(([, { standing }]) => isSetAside(standing)).map(([id]) => id);
}
