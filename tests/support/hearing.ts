import type { Act, Detail } from '#lib/arena/domain/hearing/act.ts';
import type { CaseFile, Exhibit, HearingFrame } from '#lib/arena/domain/hearing/case-file.ts';
import { apply, decide } from '#lib/arena/domain/hearing/decide.ts';
import type { Command, HearingEvent } from '#lib/arena/domain/hearing/event.ts';
import { EMPTY, type Hearing } from '#lib/arena/domain/hearing/hearing.ts';
import type { Procedure } from '#lib/arena/domain/hearing/procedure.ts';
import type { CourtRole, Seat, Standing } from '#lib/arena/domain/hearing/role.ts';
import { readProcedureFiles } from '#lib/arena/server/use-cases/procedure-files.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';

// Found upwards: the benchmark runs a bundle of this.
const PROCEDURES = readProcedureFiles(projectRoot()).procedures;

export function procedureOf(id: string): Procedure {
	const found = PROCEDURES.find((one) => one.id === id);
	if (!found) throw new Error(`no procedure ${id}`);
	return found;
}

export const exhibit = (id: string, given: Partial<Exhibit> = {}): Exhibit => ({
	...{ id, number: Number(id.replace(/\D/g, '')) || 1, side: id.startsWith('p') ? 'plaintiff' : 'defendant' },
	...{ kind: 'document', title: `证据 ${id}`, proves: '违法事实', gatheredOn: '2026-03-10' },
	...{ origin: 'investigation', isOriginal: true, weaknesses: [] },
	...given
});

export const FILE: CaseFile = {
	bundle: { id: 'dust-workshop', version: 1 },
	title: '粉尘车间处罚案',
	decisionDay: '2026-04-20',
	exhibits: [
		...[exhibit('d1'), exhibit('d2', { weaknesses: ['copy'] }), exhibit('p1'), exhibit('t1', { side: 'third' })],
		exhibit('d3', { gatheredOn: '2026-05-06', origin: 'after-decision' }),
		exhibit('d4', { origin: 'reconsideration-bureau', gatheredOn: '2026-06-01' }),
		exhibit('d5', { origin: 'reconsideration-body', gatheredOn: '2026-06-02' })
	],
	mayMediate: false,
	touchesThirdParty: false,
	isReconsiderationUpheld: false
};

export const frameOf = (procedure: string, file: Partial<CaseFile> = {}): HearingFrame => ({
	procedure: procedureOf(procedure),
	file: { ...FILE, ...file },
	mode: 'hall'
});

const STANDINGS: Readonly<Partial<Record<CourtRole, Standing>>> = {
	plaintiff: 'party',
	defendant: 'official',
	third: 'party'
};

export const seatOf = (id: string, given: Partial<Seat> = {}): Omit<Seat, 'presence'> => {
	const role = (given.role ?? id.replace(/-\d+$/, '')) as CourtRole;
	return {
		id,
		role,
		contestSide: null,
		standing: STANDINGS[role] ?? null,
		name: `${id} 某`,
		isSubstitute: id === 'clerk-2',
		...given
	};
};

export const BENCH = ['presiding-1', 'panel-1', 'panel-2', 'clerk-1', 'plaintiff-1', 'defendant-1'];

/** A hearing told step by step: seconds pass, acts are accepted or refused. */
export class Telling {
	hearing: Hearing = EMPTY;
	readonly events: HearingEvent[] = [];
	/** Milliseconds; begins at an even hour. */
	at = 1_795_000_000_000;

	constructor(readonly frame: HearingFrame) {}

	/** The refusal's rule or code, or `ok`. */
	outcome<A extends Act>(by: string, act: A, detail: Detail<A>): string {
		const decided = decide(this.hearing, { by, act, detail } as Command, { frame: this.frame, at: this.at });
		if (!decided.ok) return decided.refusal.rule ?? decided.refusal.code;
		this.events.push(...decided.value);
		this.hearing = decided.value.reduce(apply, this.hearing);
		return 'ok';
	}

	/** Must be accepted. */
	do<A extends Act>(by: string, act: A, detail: Detail<A>): this {
		const outcome = this.outcome(by, act, detail);
		if (outcome !== 'ok') throw new Error(`${by} ${act}: ${outcome}`);
		return this;
	}

	wait(seconds: number): this {
		this.at += seconds * 1000;
		return this;
	}

	seat(...ids: string[]): this {
		for (const id of ids) this.do('organiser', 'seat', seatOf(id)).do(id, 'check-in', {});
		return this;
	}

	/** The presiding judge goes on, with a reason where something is undone. */
	to(stage: string): this {
		return this.do('presiding-1', 'advance', { to: stage, reason: '测试' });
	}

	/** Grants the floor and says one sentence. */
	speak(seat: string, kind: Detail<'say'>['kind'], given: Partial<Detail<'say'>> = {}): this {
		this.do('presiding-1', 'grant', { seatId: seat });
		this.do(seat, 'say', { kind, text: '我方的意见。', speaker: seat, exhibitIds: [], citations: [], ...given });
		return this.do(seat, 'yield', {});
	}

	get penalties() {
		return this.hearing.court.penalties.map(({ party, kind, points }) => `${party} ${kind} ${points}`);
	}
}

export const ISSUE: Detail<'raise-issue'> = {
	issueId: 'i1',
	area: 'procedure',
	point: 'B5',
	text: '告知的金额与决定不一致'
};

export const DISMISSED: Detail<'pronounce'> = {
	...{ judgment: 'dismiss-claim', ticked: ['lawful-act'], text: '驳回。' },
	reasons: '证据确凿，适用法律正确，程序合法，原告的理由不能成立。'
};

/** A short hearing with everybody on the bench, at a stage. */
export function atStage(stage: string, file: Partial<CaseFile> = {}): Telling {
	const telling = new Telling(frameOf('short-form', file)).seat(...BENCH);
	const order = ['S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10', 'S12', 'S13', 'S14', 'S15'];
	for (const id of order.slice(0, order.indexOf(stage) + 1)) {
		if (id === 'S7') telling.do('presiding-1', 'raise-issue', ISSUE);
		if (id === 'S13') {
			for (const judge of ['presiding-1', 'panel-1']) {
				telling.do(judge, 'vote', { on: 'judgment', choice: 'dismiss-claim', reason: '' });
			}
		}
		if (id === 'S14') telling.do('presiding-1', 'pronounce', DISMISSED);
		telling.to(id);
	}
	return telling;
}
