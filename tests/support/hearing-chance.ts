import { ACTS, type Act, type Detail } from '#lib/arena/domain/hearing/act.ts';
import { actsOpenTo } from '#lib/arena/domain/hearing/allowed.ts';
import type { Command } from '#lib/arena/domain/hearing/event.ts';
import { partiesPresent } from '#lib/arena/domain/hearing/hearing.ts';
import { stageById } from '#lib/arena/domain/hearing/procedure.ts';
import type { Party } from '#lib/arena/domain/hearing/role.ts';
import { type Random, seeded } from '#lib/shared/random.ts';
import { BENCH, ISSUE, Telling, frameOf, seatOf } from './hearing.ts';

export const SEATS = [...BENCH, 'third-1', 'witness-1', 'clerk-2', 'host-1', 'commentator-1', 'referee-1'];
const NEXT = ['S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11', 'S12', 'S13', 'S14', 'S15'];
const PARTIES: readonly Party[] = ['plaintiff', 'defendant', 'third'];

/** Draws of one story. */
class Dice {
	constructor(private readonly random: Random) {}
	index = (below: number) => Math.floor(this.random() * below);
	chance = (share: number) => this.random() < share;
	of = <T>(list: readonly T[]): T => list[this.index(list.length)]!;
	some = <T>(list: readonly T[]): T[] => list.filter(() => this.chance(0.4));
}

/** Something to say about every act: mostly about what is there, now and then about nothing. */
function detailFor(act: Act, { hearing, frame }: Telling, dice: Dice): unknown {
	const { court, course } = hearing;
	const ids = frame.file.exhibits.map(({ id }) => id);
	const isOpposed = (id: string) => act !== 'respond' || court.exhibits[id]!.oppositions.length > 0;
	const known = Object.keys(court.exhibits).filter(isOpposed);
	const isNew = act === 'offer' || act === 'ask-supplement' || known.length === 0;
	const exhibitId = dice.chance(0.05) ? 'unknown' : dice.of(isNew ? ids : known);
	const seatId = dice.of(SEATS);
	const text = dice.chance(0.9) ? dice.of(['我方的意见。', '另一句。']) : '';
	const reason = dice.chance(0.85) ? '理由。' : '';
	const one = (list: readonly { readonly id: number }[]) => (list.length > 0 ? dice.of(list).id : 1);
	const asked = [...hearing.docket.recusals, ...course.calls].map((given) => given.seatId);
	const pending = asked.length > 0 ? dice.of(asked) : seatId;
	const issueIds = court.issues.map(({ id }) => id);
	const shared = { seatId, exhibitId, text, reason, title: text };
	switch (act) {
		case 'seat':
			return { ...seatOf(seatId), standing: dice.of([null, 'party', 'agent', 'head'] as const) };
		case 'attend':
			return { ...shared, presence: dice.of(['present', 'present', 'absent', 'left']) };
		case 'rule-absence':
			return {
				party: PARTIES.find((party) => !partiesPresent(hearing).includes(party)) ?? dice.of(PARTIES),
				...{ outcome: dice.of(['withdrawal', 'default', 'continue']), reason }
			};
		case 'advance':
			return { to: dice.of(NEXT), reason };
		case 'extend':
			return { party: dice.of([...PARTIES, null]), reason };
		case 'rule-recusal':
		case 'rule-call':
			return { seatId: pending, granted: dice.chance(0.5), reason };
		case 'dismiss-witness':
		case 'ask-recusal':
		case 'grant':
			return { seatId: act === 'ask-recusal' ? seatId : dice.of([pending, seatId]), reason };
		case 'call':
			return { seatId: 'witness-1', about: dice.of(['record', 'other']) };
		case 'rule-supplement':
			return { exhibitId, granted: dice.chance(0.5), reason };
		case 'ask-supplement':
			return { exhibitId, because: text, reason };
		case 'say':
			return {
				...{ kind: dice.of(['procedure', 'statement', 'argument', 'question', 'reply', 'final']), text },
				...{ speaker: dice.of([course.floor?.seatId ?? seatId, seatId]), issueId: dice.of([...issueIds, undefined]) },
				...{ exhibitIds: dice.some(known), citations: [] }
			};
		case 'correct-line':
			return { line: one(court.lines), text };
		case 'object':
			return {
				...{ ground: dice.of(['leading', 'insulting', 'new-evidence', 'out-of-turn']), against: seatId, text },
				line: dice.chance(0.5) ? null : one(court.lines)
			};
		case 'rule-objection':
			return { objection: one(court.objections), sustained: dice.chance(0.6), reason };
		case 'raise-issue':
			return { issueId: dice.of(['i1', 'i2', 'i3']), area: ISSUE.area, point: dice.of(['B5', 'A1']), text };
		case 'offer':
			return { exhibitId, proves: text, issueIds: dice.some(issueIds) };
		case 'oppose':
			return { ...shared, properties: dice.some(['authenticity', 'legality']), weight: '', citations: [] };
		case 'rule-evidence':
			return {
				...{ exhibitId, ruling: dice.of(['admitted', 'partly', 'refused']), reason },
				...{ exclusion: dice.of([null, null, 'illegal-means']), supports: dice.some(ids) }
			};
		case 'collect':
			return { ...shared, purpose: dice.of(['legality', 'other']) };
		case 'answer-terms':
			return { terms: one(court.terms), accepts: dice.chance(0.5), reason };
		case 'vote':
			return { on: dice.of(['judgment', ...issueIds]), choice: dice.of(['revoke', 'revoke', '']), reason };
		case 'pronounce':
			return { judgment: 'revoke', text, reasons: text.repeat(20), ticked: dice.of([['procedure-breached'], []]) };
		case 'comment':
			return { text, isPraise: dice.chance(0.5), exhibitIds: [], citations: [] };
		case 'penalise':
			return {
				...{
					party: dice.of(PARTIES),
					seatId: dice.of([null, 'plaintiff-1', 'defendant-1']),
					points: 99,
					reason,
					rule: null
				},
				kind: dice.of(['misquote', 'insult', 'overtime'])
			};
		case 'lift-penalty':
			return { penalty: one(court.penalties), reason };
		case 'publish':
			return { digest: 'x', winner: dice.of(PARTIES), text };
		default:
			return {
				...shared,
				why: text,
				accepts: dice.chance(0.5),
				properties: dice.some(['relevance']),
				kind: 'complaint'
			};
	}
}

function drawCommand(telling: Telling, dice: Dice): Command {
	const { hearing, frame } = telling;
	const by = dice.chance(0.93) ? dice.of(SEATS) : dice.of(['timer', 'organiser', 'nobody']);
	const stage = stageById(frame.procedure, hearing.course.stage?.id ?? '');
	const seat = hearing.course.seats.find(({ id }) => id === by);
	const open = seat ? actsOpenTo(hearing, stage, seat) : [];
	const drastic: readonly Act[] = ['recuse-self', 'remove', 'advance', 'reopen', 'pause', 'penalise', 'rest'];
	const usual = open.filter((act) => !drastic.includes(act) || dice.chance(0.1));
	const act = usual.length > 0 && dice.chance(0.85) ? dice.of(usual) : dice.of(Object.keys(ACTS) as Act[]);
	return { by, act, detail: detailFor(act, telling, dice) as Detail } as Command;
}

/** Clears what chance has left open and tries to go on; whether it succeeds is chance's. */
function carryOn(telling: Telling, to: string | undefined): void {
	const presiding = 'presiding-1';
	telling.outcome(presiding, 'resume', {});
	for (const { id, sustained } of telling.hearing.court.objections) {
		if (sustained === null)
			telling.outcome(presiding, 'rule-objection', { objection: id, sustained: true, reason: '理由。' });
	}
	for (const { seatId } of telling.hearing.docket.recusals) {
		telling.outcome('organiser', 'rule-recusal', { seatId, granted: false, reason: '理由。' });
	}
	for (const id of SEATS) telling.outcome(id, 'check-in', {});
	telling.outcome(presiding, 'take-over', { reason: '测试' });
	telling.outcome(presiding, 'raise-issue', ISSUE);
	telling.outcome(presiding, 'note-head', { reason: '测试' });
	for (const by of [presiding, 'panel-1', 'panel-2']) {
		telling.outcome(by, 'vote', { on: 'judgment', choice: 'revoke', reason: '' });
	}
	telling.outcome(presiding, 'pronounce', {
		...{ judgment: 'revoke', text: '撤销。', ticked: ['procedure-breached'] },
		reasons: '没有告知听证的权利，违反法定程序，应当撤销。'
	});
	if (to) telling.outcome(presiding, 'advance', { to, reason: '测试' });
	else telling.outcome('organiser', 'publish', { digest: 'x', winner: null, text: '平局' });
}

export type Watch = (before: Telling['hearing'], command: Command, outcome: string, telling: Telling) => void;

/** A hearing of random commands, up to 25 between the steps that carry it on; the same seed tells the same one. */
export function tellAtRandom(seed: number, watch: Watch = () => {}): Telling {
	const dice = new Dice(seeded(seed));
	const telling = new Telling(frameOf('short-form', { mayMediate: seed % 2 === 0 })).seat(...SEATS).to('S3');
	for (const next of [...NEXT.slice(1), undefined]) {
		for (let count = 20 + dice.index(40); count > 0; count--) {
			const before = telling.hearing;
			telling.wait(dice.index(60));
			const command = drawCommand(telling, dice);
			watch(before, command, telling.outcome(command.by, command.act, command.detail), telling);
		}
		carryOn(telling, next);
	}
	return telling;
}
