import type { Actor } from '#lib/identity/domain/roles.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { openAward } from '#lib/ranking/server/use-cases/award-open.server.ts';
import { publicise } from '#lib/ranking/server/use-cases/award-publicity.server.ts';
import { confirmAward, publishAward } from '#lib/ranking/server/use-cases/award-publish.server.ts';
import { readAward } from '#lib/ranking/server/use-cases/award-read.server.ts';
import { qualify, signAwardSheet } from '#lib/ranking/server/use-cases/award-review.server.ts';
import { valueOf } from './people.ts';

/** Who takes part, and a context for somebody on a day. */
export interface House {
	readonly chief: Actor;
	/** Everybody who may be drawn for a panel. */
	readonly judges: readonly Actor[];
	readonly as: (actor: Actor | null, day: string) => Ctx;
}

/** A selection from its opening to the shortlist, judged; marks by nominee, 6 for whoever is not named. @returns its id */
export async function judgeSelection(
	{ chief, judges, as }: House,
	asked: { readonly honour: string; readonly cycle: string; readonly day: string; readonly size: number },
	marks: Readonly<Record<string, number>> = {}
): Promise<string> {
	const ctx = as(chief, asked.day);
	const id = valueOf(await openAward(ctx, asked.honour, asked.cycle));
	const { nominees, criteria } = valueOf(await readAward(ctx, id));
	const decisions = nominees.map((one) => ({ officerId: one.id, passed: true, reason: '', isVeto: false }));
	valueOf(await qualify(ctx, id, { decisions, size: asked.size }));
	const { panel } = valueOf(await readAward(ctx, id));
	const sheet = {
		marks: Object.fromEntries(
			nominees.map((one) => [one.id, Object.fromEntries(criteria.map(({ id: row }) => [row, marks[one.id] ?? 6]))])
		),
		reasons: {}
	};
	for (const seat of panel) {
		const judge = judges.find(({ personId }) => personId === seat.id)!;
		valueOf(await signAwardSheet(as(judge, asked.day), id, sheet));
	}
	return id;
}

/** Puts whoever is next before the public. @returns their names */
export async function publiciseNext({ chief, as }: House, id: string, day: string): Promise<string[]> {
	const { nominees, next } = valueOf(await readAward(as(chief, day), id));
	const due = nominees.filter((one) => next.includes(one.id));
	valueOf(await publicise(as(chief, day), id, Object.fromEntries(due.map((one) => [one.id, '事迹一句。']))));
	return due.map(({ name }) => name);
}

/** Signs and publishes those whose publicity is over. @returns names and codes */
export async function publishReady({ chief, as }: House, id: string, day: string) {
	const ready = valueOf(await readAward(as(chief, day), id)).nominees.filter(({ isReady }) => isReady);
	valueOf(await confirmAward(as(chief, day), id, { signer: '局长 周山', seen: ready.map((one) => one.id) }));
	valueOf(await publishAward(as(chief, day), id));
	const { nominees } = valueOf(await readAward(as(chief, day), id));
	return nominees.filter(({ state }) => state === 'published').map(({ id: nominee, name }) => ({ id: nominee, name }));
}
