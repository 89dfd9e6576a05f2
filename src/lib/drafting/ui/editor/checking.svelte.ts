import type { CheckedDraft } from '../../domain/draft-view.ts';
import type { Entries } from '../../domain/entries.ts';
import type { ReportView } from '../../domain/report-view.ts';
import { sameEntry } from '../../domain/same-entry.ts';
import { askServer } from '#lib/kit/keeping/ask-server.ts';
import type { DraftSheet } from './draft-sheet.ts';

/** What the last check said, and of which state: fields that were changed since are told apart. */
export class Checking {
	report = $state.raw<ReportView | null>(null);
	checks = $state(0);
	isPending = $state(false);
	fault = $state<string | null>(null);
	#checked: Entries = {};
	readonly #sheet: DraftSheet;

	constructor(sheet: DraftSheet, checks: number) {
		this.#sheet = sheet;
		this.checks = checks;
	}

	/** Saves first: what is judged is what the server holds. */
	readonly check = async (): Promise<void> => {
		if (this.isPending) return;
		this.isPending = true;
		this.fault = null;
		const isStored = await this.#sheet.save();
		const asked = isStored ? await askServer<CheckedDraft>(`${this.#sheet.address}/check`, { method: 'POST' }) : null;
		this.isPending = false;
		if (asked?.kind === 'done') {
			this.#checked = $state.snapshot(this.#sheet.entries);
			this.report = asked.data.report;
			this.checks = asked.data.checks;
		} else {
			this.fault = asked?.kind === 'refused' ? asked.fault : '还没有全部保存，现在不能检查；保存好以后再试。';
		}
	};

	/** Whether a field says something else than when it was checked. */
	isOld(field: string): boolean {
		return !sameEntry(this.#checked[field], this.#sheet.entries[field]);
	}
}
