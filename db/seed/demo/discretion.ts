import type { PracticeCaseFile } from '#lib/discretion/domain/practice-case.ts';
import { type Quarter, lastDayOf, numberOfQuarter, quarterBefore, quarterOf } from '#lib/discretion/domain/quarter.ts';
import type { ProvisionFile } from '#lib/discretion/domain/provision.ts';
import type { TableFile } from '#lib/discretion/domain/table-file.ts';
import type { RuleBook } from '#lib/discretion/domain/decision.ts';
import { keyOf } from '#lib/discretion/domain/marking-key.ts';
import type { Answers, AttemptMode } from '#lib/discretion/domain/practice-answer.ts';
import { type Asking, openStep } from '#lib/discretion/domain/practice-questions.ts';
import { answerStep } from '#lib/discretion/server/use-cases/practice-answer.server.ts';
import { startCase, startReference } from '#lib/discretion/server/use-cases/practice-start.server.ts';
import { bookOf } from '#lib/discretion/server/use-cases/book-of-files.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { readActor } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { workdaysUpTo } from '#lib/shared/calendar.ts';
import { type Random, seedOf, seeded } from '#lib/shared/random.ts';
import type { Result } from '#lib/shared/result.ts';
import { type Day, addDays, dayOf, instantOf } from '#lib/shared/time.ts';
import { type Judgement, decideStep, makeJudgement } from './judgement.ts';
import type { DemoOfficer } from './people.ts';

interface Material {
	readonly practiceCases: readonly PracticeCaseFile[];
	readonly provisions: readonly ProvisionFile[];
	readonly tables: readonly TableFile[];
}
interface Player {
	readonly actor: Actor;
	readonly judgement: Judgement;
	readonly random: Random;
	/** Leaves a reference case to whoever signs in with the account. */
	readonly leavesOne: boolean;
}

/** The officer whose account the sign-in page offers. */
const SHOWN = 'lin.yue';
/** Quarters. */
const YEAR = 4;
/** Share of officers who decide a reference case of a quarter. */
const TAKING_PART = 0.85;
/** How many cases an officer has practised on, on average; all of them would take the first start too long. */
const PRACTISED = 2;
/** Reference cases are decided in these last working days of a quarter, or of what there is of it. */
const WINDOW = 15;

/**
 * The reference cases of the last quarter and of this one, and some practice, through the same use-cases as the web pages:
 * every mark is given by the engine. This quarter the bureau knows a little better.
 */
export async function playDiscretion(ctx: Ctx, officers: readonly DemoOfficer[], material: Material): Promise<void> {
	const players = await Promise.all(
		officers.map(async ({ id, account, isNewcomer }): Promise<Player> => {
			const random = seeded(seedOf(`demo-discretion:${account}`));
			const actor = await readActor(ctx, id);
			return { actor, judgement: makeJudgement(random, isNewcomer), random, leavesOne: account === SHOWN };
		})
	);
	const books = new Map<string, RuleBook>();
	const bookAt = (place: string) => {
		const book = books.get(place) ?? bookOf(material, place)!;
		books.set(place, book);
		return book;
	};
	const yesterday = addDays(dayOf(ctx.now), -1);
	const now = quarterOf(dayOf(ctx.now));
	for (const quarter of [quarterBefore(now), now]) {
		const until = quarter === now ? yesterday : lastDayOf(quarter);
		const days = workdaysUpTo(until, WINDOW).filter((day) => quarterOf(day) === quarter);
		if (days.length === 0) continue;
		const learnt = quarter === now ? 0.12 : 0;
		await Promise.all(
			players.map((player) =>
				playQuarter(ctx, player, { quarter, days, learnt, material, bookAt, isLast: quarter === now })
			)
		);
	}
}

interface Season {
	readonly quarter: Quarter;
	readonly days: readonly Day[];
	/** Added to the chance of seeing what is right. */
	readonly learnt: number;
	readonly material: Material;
	/** The rule book of a case's place, made once. */
	readonly bookAt: (place: string) => RuleBook;
	readonly isLast: boolean;
}

async function playQuarter(ctx: Ctx, player: Player, season: Season): Promise<void> {
	const { random, leavesOne } = player;
	const { practiceCases } = season.material;
	const set = practiceCases.filter(({ body }) => body.reference.includes(numberOfQuarter(season.quarter)));
	for (const one of set) {
		// The one of every quarter is decided, so that there is an own place to see; the other one waits.
		const takesPart = leavesOne ? !season.isLast || one.body.reference.length === YEAR : random() < TAKING_PART;
		if (takesPart) await play(ctx, player, { one, mode: 'reference', season });
	}
	const free = practiceCases.filter(({ body }) => body.reference.length === 0);
	for (const one of free) {
		if (season.isLast && random() < PRACTISED / free.length) await play(ctx, player, { one, mode: 'practice', season });
	}
}

function expect<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(`the demo was refused: ${result.refusal.message}`);
	return result.value;
}

interface Sitting {
	readonly one: PracticeCaseFile;
	readonly mode: AttemptMode;
	readonly season: Season;
}

async function play(ctx: Ctx, { actor, judgement, random }: Player, { one, mode, season }: Sitting): Promise<void> {
	const { days, learnt, bookAt } = season;
	const day = days[Math.floor(random() * days.length)]!;
	let millis = instantOf(day, '08:40').getTime() + Math.floor(random() * 8 * 3_600_000);
	const at = () => ({ ...ctx, actor, now: new Date(millis), seed: Math.floor(random() * 2 ** 31), request: 'demo' });
	const start = mode === 'reference' ? startReference : startCase;
	const id = expect(await start(at(), one.id));
	const book = bookAt(one.body.input.jurisdiction);
	const asking: Asking = { one: one.body, key: keyOf(one.body, book), book, mode };
	let answers: Answers = {};
	for (let step = openStep(asking, answers); step; step = openStep(asking, answers)) {
		millis += 40_000 + Math.floor(random() * 150_000);
		const posted = decideStep(step, { asking, answers, judgement, learnt, random });
		const answered = expect(await answerStep(at(), id, { step, posted }));
		if (answered.kind === 'faults') throw new Error(`the demo answered nonsense: ${JSON.stringify(answered.faults)}`);
		answers = { ...answers, [step]: posted };
	}
}
