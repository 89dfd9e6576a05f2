import { askServer } from '#lib/kit/keeping/ask-server.ts';
import type { Judged } from '../judged.ts';
import type { ManuscriptSheet } from './manuscript-sheet.ts';

const PAUSE_MS = 700;

/** What the server says of the text as it stands here, saved or not, a moment after the last key; the last answer stands until then. */
export class Judging {
	said = $state.raw<Judged | null>(null);
	/** What is being looked at is newer than what is shown. */
	isBehind = $state(true);
	/** In words why nothing newer is shown. */
	fault = $state('');
	#timer: ReturnType<typeof setTimeout> | undefined;
	#turn = 0;
	readonly #sheet: ManuscriptSheet;

	constructor(sheet: ManuscriptSheet) {
		this.#sheet = sheet;
	}

	readonly soon = (): void => {
		this.isBehind = true;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.now(), PAUSE_MS);
	};

	readonly now = async (): Promise<void> => {
		const turn = ++this.#turn;
		const fields = $state.snapshot(this.#sheet.entries);
		const asked = await askServer<Judged>(`${this.#sheet.address}/check`, { body: { fields } });
		if (turn !== this.#turn) return;
		if (asked.kind === 'done') {
			this.said = asked.data;
			this.isBehind = false;
			this.fault = '';
		} else {
			this.fault = asked.kind === 'refused' ? asked.fault : '预览要连上服务器，所写的不受影响；联网后自动更新。';
		}
	};

	/** An author's word about warnings. @returns what the server refuses it with; '' = taken */
	async confirm(keys: readonly string[], reason: string): Promise<string> {
		if (!(await this.#sheet.save())) return '还没有全部保存，保存好以后再确认。';
		const asked = await askServer<number>(`${this.#sheet.address}/redaction`, { body: { keys, reason } });
		if (asked.kind !== 'done') return asked.kind === 'refused' ? asked.fault : '连不上服务器，没有确认。';
		await this.now();
		return '';
	}

	close(): void {
		clearTimeout(this.#timer);
		this.#turn++;
	}
}
