import { askServer } from '#lib/kit/keeping/ask-server.ts';
import type { AdvocateCriterion, TeamCriterion } from '../../domain/ballot/criteria.ts';
import { type SheetBody, sameSheet } from '../../domain/ballot/sheet-body.ts';
import type { BallotKind, BallotState } from '../../domain/hearing/ballot-record.ts';
import type { SentSheet } from '../../domain/ballot/sent-sheet.ts';

export interface BegunSheet {
	readonly side: 'plaintiff' | 'defendant';
	readonly kind: BallotKind;
	readonly version: number;
	readonly state: BallotState;
	readonly body: SheetBody;
}
export type SheetSaving = 'saved' | 'typing' | 'saving' | 'waiting' | 'refused';

/** After the last change; a mark is on the server within a second of it. */
const PAUSE_MS = 400;
const RETRY_MS = 2000;

const copyOf = (body: SheetBody): SheetBody => JSON.parse(JSON.stringify(body)) as SheetBody;

/**
 * One judge's sheet for one side in one tab: every change goes into the browser at once and to the server right after. What a
 * lost network or a closed tab left behind is found again, unless the server has something newer.
 */
export class KeptSheet {
	body: SheetBody = $state()!;
	state: BallotState = $state('draft');
	saving: SheetSaving = $state('saved');
	fault: string | null = $state(null);
	/** Why a sheet that was handed in is changed. */
	reason = $state('');

	readonly side: BegunSheet['side'];
	readonly #begun: BegunSheet;
	readonly #hearing: string;
	#version: number;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#underWay: Promise<boolean> | null = null;
	/** Under way: the server may have it though its answer was lost. */
	#sent: SheetBody | null = null;
	/** Something was changed since the last save began. */
	#isDirty = false;

	constructor(hearing: string, begun: BegunSheet) {
		this.#hearing = hearing;
		this.#begun = begun;
		this.side = begun.side;
		this.body = copyOf(begun.body);
		this.state = begun.state;
		this.#version = begun.version;
	}

	get #place(): string {
		return `leitai:sheet:${this.#hearing}:${this.#begun.kind}:${this.side}`;
	}

	#keep(): void {
		writeLocal(this.#place, { version: this.#version, body: copyOf(this.body), sent: this.#sent });
	}

	/** Takes up what an earlier tab could not send. */
	begin(): void {
		const kept = readLocal(this.#place);
		// What was sent when the tab closed may have arrived without its answer: then the rest belongs on top of it.
		const hasArrived = !!kept?.sent && sameSheet(kept.sent, this.#begun.body);
		if (kept?.body && this.state === 'draft' && (kept.version === this.#version || hasArrived)) {
			this.body = kept.body;
			this.touch();
		}
	}

	point(criterion: TeamCriterion, points: number | null): void {
		if (points === null) delete this.body.points[criterion];
		else this.body.points[criterion] = points;
		this.touch();
	}

	note(criterion: TeamCriterion, given: { seq: number; text: string }): void {
		const others = this.body.notes.filter((one) => one.criterion !== criterion);
		this.body.notes = given.text.trim() === '' ? others : [...others, { criterion, ...given }];
		this.touch();
	}

	advocate(seatId: string, criterion: AdvocateCriterion, points: number | null): void {
		const own = { ...this.body.advocates[seatId] };
		if (points === null) delete own[criterion];
		else own[criterion] = points;
		this.body.advocates[seatId] = own;
		this.touch();
	}

	/** Something was changed: kept here now, there in a moment. A sheet that was handed in waits for its reason. */
	touch(): void {
		this.#isDirty = true;
		this.fault = null;
		this.#keep();
		this.saving = 'typing';
		clearTimeout(this.#timer);
		if (this.state === 'draft') this.#timer = setTimeout(() => void this.#save(), PAUSE_MS);
	}

	async #save(): Promise<void> {
		if (this.#underWay) return;
		this.#isDirty = false;
		await this.#send('save');
		if (this.#isDirty) await this.#save();
	}

	/** Hands the sheet in, or confirms it. */
	async step(step: 'seal' | 'confirm'): Promise<void> {
		clearTimeout(this.#timer);
		await this.#underWay;
		await this.#send(step);
	}

	/** Sends until somebody answers: the same sheet twice is one version. */
	#send(step: SentSheet['step']): Promise<boolean> {
		this.#underWay = this.#deliver(step).finally(() => (this.#underWay = null));
		return this.#underWay;
	}

	/** Whatever is typed meanwhile waits: a lost answer may be to a sheet that the server has. */
	async #ask(body: SentSheet) {
		for (;;) {
			this.saving = 'saving';
			const address = `/arena/${this.#hearing}/sheets`;
			const answer = await askServer<{ version: number; state: BallotState }>(address, { body });
			if (answer.kind === 'done' || answer.kind === 'refused') return answer;
			this.saving = 'waiting';
			await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
		}
	}

	async #deliver(step: SentSheet['step']): Promise<boolean> {
		const body: SentSheet = {
			...{ step, kind: this.#begun.kind, side: this.side, seen: this.#version, reason: this.reason },
			body: copyOf(this.body)
		};
		this.#sent = body.body;
		this.#keep();
		const answer = await this.#ask(body);
		this.#sent = null;
		if (answer.kind === 'refused') {
			this.saving = 'refused';
			this.fault = answer.fault;
			return false;
		}
		this.#version = answer.data.version;
		this.state = answer.data.state;
		this.saving = 'saved';
		this.reason = '';
		if (this.#isDirty) this.#keep();
		else writeLocal(this.#place, null);
		return true;
	}
}

interface Local {
	readonly version: number;
	readonly body: SheetBody;
	readonly sent?: SheetBody | null;
}

function readLocal(place: string): Local | null {
	try {
		return JSON.parse(localStorage.getItem(place) ?? 'null') as Local | null;
	} catch (cause) {
		if (!(cause instanceof DOMException) && !(cause instanceof SyntaxError)) throw cause;
		return null;
	}
}

function writeLocal(place: string, local: Local | null): void {
	try {
		if (local) localStorage.setItem(place, JSON.stringify(local));
		else localStorage.removeItem(place);
	} catch (cause) {
		// Storage may be switched off or full: the server has it in a moment all the same.
		if (!(cause instanceof DOMException)) throw cause;
	}
}
