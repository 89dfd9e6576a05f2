import { TEAM_CRITERIA, type TeamCriterion } from '#lib/arena/domain/ballot/criteria.ts';
import type { Bundle, BundleFile } from '#lib/arena/domain/bundle/bundle.ts';
import { areaOf } from '#lib/arena/domain/bundle/sub-issues.ts';
import { castVote } from '#lib/arena/server/use-cases/audience.server.ts';
import { publishMatch } from '#lib/arena/server/use-cases/decide-result.server.ts';
import { keepSheet } from '#lib/arena/server/use-cases/keep-sheet.server.ts';
import { planHearing } from '#lib/arena/server/use-cases/plan-hearing.server.ts';
import { readHearing } from '#lib/arena/server/use-cases/read-hearing.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isWorkday } from '#lib/shared/calendar.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, dayOf, instantOf } from '#lib/shared/time.ts';
import { Cast, Court } from './arena-court.ts';
import { AUDIENCE, COMING, HELD, RUNNING, type ScriptedEnd, type ScriptedHearing } from './arena-script.ts';
import { expectDone } from './expect-done.ts';

const ORGANISER = '梁若川';
const MINUTE_MS = 60_000;
/** So long ago the running one was opened: it stands in the debate now. */
const RUNNING_MINUTES = 30;
const SIDES = ['plaintiff', 'defendant'] as const;

/** Three hearings: one that was held and published, one in the middle of its debate, one planned for next week. */
export async function playArena(ctx: Ctx, files: readonly BundleFile[]): Promise<void> {
	const cast = await Cast.of(ctx);
	const today = dayOf(ctx.now);
	let held = addDays(today, -3);
	while (!isWorkday(held)) held = addDays(held, -1);
	let coming = addDays(today, 7);
	while (!isWorkday(coming)) coming = addDays(coming, 1);
	const stage = { ctx, cast, files };

	const past = await openCourt(stage, HELD, {
		at: instantOf(held, '14:30'),
		planned: instantOf(addDays(held, -6), '10:00')
	});
	await playToDebate(past, HELD, HELD.debate);
	await playEnd(past, HELD);
	await publish(stage, past);

	const opens = new Date(ctx.now.getTime() - RUNNING_MINUTES * MINUTE_MS);
	const running = await openCourt(stage, RUNNING, {
		at: opens,
		planned: instantOf(addDays(dayOf(opens), -6), '10:30')
	});
	await playToDebate(running, RUNNING, RUNNING.debate);
	await restInDebate(running);

	const next = instantOf(coming, '14:30');
	await openCourt(stage, COMING, { at: next, planned: ctx.now });
}

interface Stage {
	readonly ctx: Ctx;
	readonly cast: Cast;
	readonly files: readonly BundleFile[];
}

type Planned = Pick<ScriptedHearing, 'bundle' | 'title' | 'seats'>;

async function openCourt(
	{ ctx, cast, files }: Stage,
	{ bundle: bundleId, title, seats }: Planned,
	{ at, planned }: { readonly at: Date; readonly planned: Date }
): Promise<Court> {
	const file = files.find(({ id }) => id === bundleId);
	if (!file) throw new Error(`no bundle is called ${bundleId}`);
	const bundle: Bundle = { ...file.body, id: bundleId, title: file.title, version: 1 };
	const plan = { bundleId, title, procedureId: 'short-form', mode: 'hall', resultRule: 'mean' } as const;
	const given = { ...plan, isPublic: true, startsAt: at };
	const id = expectDone(await planHearing(await cast.as(ORGANISER, planned), given));
	const court = new Court(id, bundle, cast, ctx, at);
	await court.seat(seats, ORGANISER, planned);
	return court;
}

/** From the doors to the debate, in the order of the short form. */
async function playToDebate(court: Court, script: ScriptedHearing, debate: ScriptedHearing['debate']): Promise<void> {
	for (const seat of court.seats) await court.act(seat, 'check-in', {}, 2);
	await court.to('S3');
	for (const spoken of script.opening) await court.say(spoken, 'procedure');
	await court.to('S4');
	await court.speak(script.claims, 'statement');
	await court.to('S5');
	await court.speak(script.reply, 'statement');
	await court.to('S6');
	await playIssues(court, script);
	await court.to('S7');
	await playProof(court, script);
	await court.to('S8');
	for (const spoken of script.questions) {
		const isJudge = spoken[0].startsWith('panel');
		const kind = spoken[0].startsWith('witness') || spoken[0] === 'defendant-1' ? 'reply' : 'question';
		await (isJudge ? court.say(spoken, kind) : court.speak(spoken, kind));
	}
	await court.to('S9');
	for (const argued of debate) await argue(court, argued);
}

async function playIssues(court: Court, { issues }: ScriptedHearing): Promise<void> {
	for (const id of issues) {
		const { sub, question } = court.bundle.issues.find((one) => one.id === id)!;
		await court.act('presiding-1', 'raise-issue', { issueId: id, area: areaOf(sub), point: sub, text: question });
	}
	for (const side of SIDES) await court.act(`${side}-1`, 'confirm-issues', {});
}

/** Each side shows its exhibits, the defendant first; the other opposes, the first is answered, the bench rules. */
async function playProof(court: Court, script: ScriptedHearing): Promise<void> {
	const witness = court.seats.find((seat) => seat.startsWith('witness'))!;
	await court.act('plaintiff-1', 'call', { seatId: witness, about: 'identity' });
	await court.act('presiding-1', 'rule-call', { seatId: witness, granted: true, reason: '' });
	for (const side of ['defendant', 'plaintiff'] as const) {
		for (const { id } of court.bundle.exhibits.filter((one) => one.side === side)) await playExhibit(court, script, id);
		await court.act(`${side}-1`, 'rest', {});
	}
	for (const { id, weak } of court.bundle.exhibits) {
		const [ruling, reason] = script.ruled[id] ?? ['admitted', '对方没有提出足以推翻的意见，与其他证据相符，予以采信。'];
		const supports = weak.length > 0 && ruling === 'admitted' ? [court.bundle.exhibits[0]!.id] : [];
		const exclusion = ruling === 'refused' ? ('illegal-means' as const) : null;
		await court.act('presiding-1', 'rule-evidence', { exhibitId: id, ruling, reason, exclusion, supports }, 3);
	}
}

async function playExhibit(court: Court, script: ScriptedHearing, exhibitId: string): Promise<void> {
	const { exhibits, arguments: prepared, issues } = court.bundle;
	const exhibit = exhibits.find(({ id }) => id === exhibitId)!;
	const other = exhibit.side === 'plaintiff' ? 'defendant' : 'plaintiff';
	const attack = prepared.find(
		(one) =>
			one.by === other && one.stage === 'proof' && one.exhibits[0] === exhibitId && script.issues.includes(one.issue)
	);
	const issueIds = issues.filter(({ id }) => id === attack?.issue).map(({ id }) => id);
	await court.act(`${exhibit.side}-1`, 'offer', { exhibitId, proves: exhibit.proves, issueIds }, 9);
	const [properties, text] = script.opposed[exhibitId] ?? [attack ? noted(exhibit.notes) : [], attack?.line ?? ''];
	const { citations } = court.tagsOf([], attack?.law ?? []);
	await court.act(`${other}-1`, 'oppose', { exhibitId, properties, weight: '', text, citations }, text ? 18 : 3);
	if (attack) await court.act(`${exhibit.side}-1`, 'respond', { exhibitId, text: attack.met.line }, 15);
}

const noted = (notes: Bundle['exhibits'][number]['notes']) => {
	const named = (['authenticity', 'legality', 'relevance'] as const).filter((property) => notes[property]);
	return named.length > 0 ? named : (['relevance'] as const);
};

async function argue(court: Court, [seat, id, part]: ScriptedHearing['debate'][number]): Promise<void> {
	const prepared = court.bundle.arguments.find((one) => one.id === id)!;
	const { line, exhibits, law } = part === 'line' ? prepared : prepared.met;
	await court.speak([seat, line], 'argument', { issueId: prepared.issue, ...court.tagsOf(exhibits, law) });
}

/** Both sides want more; the bench looks at the originals first, so that the clocks stand until somebody goes on. */
async function restInDebate(court: Court): Promise<void> {
	await court.act('plaintiff-1', 'team-note', {
		text: '下一轮：复查意见书是他们自己签的，先念日期，再问算式里减在哪里。'
	});
	await court.act('plaintiff-1', 'request-floor', { why: '就数额再说一点' });
	await court.act('defendant-1', 'request-floor', { why: '回应主持人一节' });
	await court.act('panel-1', 'panel-note', { text: '“没有新的情况”与听证笔录对不上，请各位再看一遍被告证据9。' });
	await court.act('presiding-1', 'pause', { reason: '合议庭核对被告证据9的原件，看过就继续。' });
}

async function playEnd(court: Court, script: ScriptedHearing & ScriptedEnd): Promise<void> {
	await court.to('S10');
	for (const spoken of script.final) await court.speak(spoken, 'final');
	await court.to('S12');
	const judges = court.seats.filter((seat) => /^(presiding|panel)-[12]$/.test(seat));
	const { kind } = court.bundle.verdict;
	for (const judge of judges) {
		for (const on of script.issues) {
			const choice = script.forDefendant[on]?.includes(judge) ? 'defendant' : 'plaintiff';
			await court.act(judge, 'vote', { on, choice, reason: '' }, 2);
		}
		await court.act(judge, 'vote', { on: 'judgment', choice: kind, reason: court.bundle.verdict.why }, 5);
	}
	await court.to('S13');
	await court.act('presiding-1', 'pronounce', { judgment: kind, ...script.judgment }, 30);
	await court.to('S14');
	for (const [seat, text, isPraise] of script.comments) {
		await court.act(seat, 'comment', { text, isPraise, exhibitIds: [], citations: [] }, 20);
	}
	await court.to('S15');
	await playAudience(court);
	const moments = await momentsOf(court);
	for (const judge of Object.keys(script.marks)) await fillSheets(court, script, { judge, moments });
}

/** The gallery: colleagues who had no seat. */
async function playAudience(court: Court): Promise<void> {
	for (const [name, side] of AUDIENCE) {
		const ctx = await court.guest(name);
		expectDone(await castVote(ctx, court.id, side, { link: null, device: null }));
	}
}

/** Every sentence of the record with its number. */
async function momentsOf(court: Court): Promise<readonly { id: number; text: string }[]> {
	const { ctx, token } = await court.sitter('presiding-1');
	return expectDone(await readHearing(ctx, court.id, token)).hearing.court.lines;
}

interface Filling {
	readonly judge: string;
	readonly moments: readonly { id: number; text: string }[];
}

async function fillSheets(court: Court, script: ScriptedEnd, { judge, moments }: Filling): Promise<void> {
	const keys = Object.keys(TEAM_CRITERIA) as TeamCriterion[];
	const { ctx, token } = await court.sitter(judge);
	const kind = judge === 'panel-3' ? 'shadow' : 'real';
	for (const side of SIDES) {
		const shares = script.marks[judge]![side];
		const points = Object.fromEntries(
			// Half points: hundredths in steps of fifty.
			keys.map((key, place) => [key, Math.round((TEAM_CRITERIA[key].weight * shares[place]!) / 50) * 50])
		);
		const notes = script.notes
			.filter(([by, of]) => by === judge && of === side)
			.map(([, , criterion, begins, text]) => {
				const moment = moments.find((one) => one.text.startsWith(begins));
				if (!moment) throw new Error(`nobody said “${begins}…”`);
				return { criterion: criterion as TeamCriterion, seq: moment.id, text };
			});
		const body = { points, notes, reason: '', advocates: advocatesOf(court, side, shares) };
		for (const [seen, step] of (['save', 'seal', 'confirm'] as const).entries()) {
			expectDone(await keepSheet(ctx, court.id, { step, kind, side, seen, reason: '', body }, token));
		}
	}
}

/** The first speaker of a side a little better than the second. */
function advocatesOf(court: Court, side: string, shares: readonly number[]) {
	const weights = { accuracy: 30, evidence: 25, response: 20, structure: 15, bearing: 10 };
	const own = court.seats.filter((seat) => seat.startsWith(side));
	return Object.fromEntries(
		own.map((seat, place) => [
			seat,
			Object.fromEntries(
				Object.entries(weights).map(([key, weight], at) => [
					key,
					Math.round((weight * (shares[at + 2]! - 3 * place)) / 50) * 50
				])
			)
		])
	);
}

async function publish({ cast }: Stage, court: Court): Promise<void> {
	const at = new Date(court.now.getTime() + 2 * MINUTE_MS);
	expectDone(await publishMatch(await cast.as(ORGANISER, at), court.id, newId(at)));
}
