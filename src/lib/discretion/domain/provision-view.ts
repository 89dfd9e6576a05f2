import type { StageBlock } from './stage-table.ts';
import type { Validity } from './validity.ts';

/** A duty article as a page links it; `law` null = not among our laws. */
export interface DutyLink {
	readonly law: string | null;
	readonly article: string | null;
	readonly label: string;
	readonly heading: string | null;
	readonly note: string | null;
}

/** A provision as the page of its article shows it. */
export interface ProvisionView {
	readonly id: string;
	readonly violation: string;
	readonly reference: string;
	readonly subjects: string;
	readonly duties: readonly DutyLink[];
	readonly stages: readonly StageBlock[];
	readonly order: string;
	readonly majorHazard: string;
	readonly crimes: readonly {
		readonly law: string;
		readonly article: string;
		readonly label: string;
		readonly text: string;
	}[];
	readonly notes: string | null;
	readonly isVerified: boolean;
	readonly isScorable: boolean;
	readonly validity: Validity;
}

/** A provision as the page of the breached article names it. */
export interface Breach {
	readonly id: string;
	readonly violation: string;
	readonly law: string | null;
	readonly article: string;
	readonly label: string;
	readonly isVerified: boolean;
	readonly state: Validity['state'];
}

/** Provisions of one article that threaten the same, under one table. */
export interface ProvisionGroup {
	readonly stages: readonly StageBlock[];
	readonly order: string;
	readonly validity: Validity;
	readonly isVerified: boolean;
	readonly isScorable: boolean;
	readonly rows: readonly ProvisionView[];
}

/** Neighbours with the same stages, order, validity and marks share one table; the order stays. */
export function groupByFigures(views: readonly ProvisionView[]): ProvisionGroup[] {
	const groups: (ProvisionGroup & { rows: ProvisionView[] })[] = [];
	const key = ({ stages, order, validity, isVerified, isScorable }: ProvisionGroup | ProvisionView) =>
		JSON.stringify([stages, order, validity, isVerified, isScorable]);
	for (const view of views) {
		const last = groups.at(-1);
		if (last && key(last) === key(view)) last.rows.push(view);
		else {
			const { stages, order, validity, isVerified, isScorable } = view;
			groups.push({ stages, order, validity, isVerified, isScorable, rows: [view] });
		}
	}
	return groups;
}
