import type { CaseFile } from '#lib/cases/domain/case.ts';
import { answerCheckpoint } from '#lib/cases/server/use-cases/answer-gate.server.ts';
import type { ItemFile } from '#lib/drills/domain/item.ts';
import { answerQuestion } from '#lib/drills/server/use-cases/answer-question.server.ts';
import { closeExpiredOf } from '#lib/drills/server/use-cases/close-expired.server.ts';
import { readSet } from '#lib/drills/server/use-cases/read-set.server.ts';
import { startDaily } from '#lib/drills/server/use-cases/start-sets.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { readActor } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';
import { isWorkday } from '#lib/shared/calendar.ts';
import { type Random, seedOf, seeded } from '#lib/shared/random.ts';
import { type Result } from '#lib/shared/result.ts';
import { type Day, addDays, dayOf, instantOf } from '#lib/shared/time.ts';
import { type Character, answerOf, knows, makeCharacter } from './character.ts';
import type { DemoOfficer } from './people.ts';

interface Player {
	readonly actor: Actor;
	readonly character: Character;
	readonly random: Random;
	/** How often each item was met. */
	readonly met: Map<string, number>;
}

const MONTHS = 3;
/** Share of sets that are left unfinished. */
const ABANDONED = 0.03;

/**
 * Plays three full months and the month to date, ending yesterday, through the same use-cases as the web pages: nothing
 * is inserted, every mark is given by the marking rules and every point by the ledger.
 */
export async function playHistory(
	ctx: Ctx,
	officers: readonly DemoOfficer[],
	material: { items: readonly ItemFile[]; cases: readonly CaseFile[] },
	progress: (text: string) => void
): Promise<void> {
	const items = new Map(material.items.map((item) => [item.id, item]));
	const players = await Promise.all(
		officers.map(async ({ id, account, isNewcomer }): Promise<Player> => {
			const random = seeded(seedOf(`demo:${account}`));
			return { actor: await readActor(ctx, id), character: makeCharacter(random, isNewcomer), random, met: new Map() };
		})
	);
	const today = dayOf(ctx.now);
	const first = firstDay(today);
	for (let day = first; day < today; day = addDays(day, 1)) {
		const dawn = { ...ctx, now: instantOf(day, '00:30') };
		if (day.endsWith('-01') && day !== first) {
			await closeExpiredOf(dawn);
			await closeCycles(dawn);
			progress(`演示数据：${day.slice(0, 7)} …`);
		}
		if (!isWorkday(day)) continue;
		await Promise.all(players.map((player) => playDay(ctx, player, day, items)));
	}
	await Promise.all(players.map((player) => readSomeCases(ctx, player, addDays(today, -1), material.cases)));
	await closeExpiredOf({ ...ctx, now: instantOf(today, '00:30') });
	await closeCycles({ ...ctx, now: instantOf(today, '00:30') });
}

/** The first day of the month three months back. */
function firstDay(today: Day): Day {
	let month = `${today.slice(0, 7)}-01`;
	for (let back = 0; back < MONTHS; back++) month = `${addDays(month, -1).slice(0, 7)}-01`;
	return month;
}

function expect<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(`the demo was refused: ${result.refusal.message}`);
	return result.value;
}

async function playDay(ctx: Ctx, player: Player, day: Day, items: ReadonlyMap<string, ItemFile>): Promise<void> {
	const { actor, character, random, met } = player;
	if (random() > character.diligence) return;
	let millis = instantOf(day, '08:20').getTime() + Math.floor(random() * 9 * 3_600_000);
	const at = () => ({ ...ctx, actor, now: new Date(millis), seed: Math.floor(random() * 2 ** 31), request: 'demo' });
	const setId = expect(await startDaily(at()));
	let { question } = expect(await readSet(at(), setId, null));
	const stopsAt = random() < ABANDONED ? 2 + Math.floor(random() * 6) : Infinity;
	for (let count = 0; question && count < stopsAt; count++) {
		const { kind, difficulty, body } = items.get(question.itemId)!;
		const times = met.get(question.itemId) ?? 0;
		const picks = answerOf(body.task, knows(character, kind, difficulty, times, random), random);
		met.set(question.itemId, times + 1);
		millis += 20_000 + Math.floor(random() * 70_000);
		question = expect(await answerQuestion(at(), setId, question.position, picks)).question;
	}
}

/** Most officers have read a few cases to the end. */
async function readSomeCases(ctx: Ctx, player: Player, day: Day, cases: readonly CaseFile[]): Promise<void> {
	const { actor, character, random } = player;
	const reader = { ...ctx, actor, now: instantOf(day, '19:30'), request: 'demo' };
	for (const study of cases) {
		if (random() > character.diligence * 0.6) continue;
		for (const block of study.body.blocks) {
			if (block.kind !== 'checkpoint') continue;
			const picks = answerOf(
				block.task,
				random() < character.skill[study.areas.includes('discretion') ? 'discretion' : 'evidence'],
				random
			);
			expect(await answerCheckpoint(reader, study.id, block.id, picks));
		}
	}
}
