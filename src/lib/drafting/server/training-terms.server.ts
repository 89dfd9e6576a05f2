import { ruleBookOf } from './rule-books.server.ts';

export interface TrainingTerms {
	readonly markingWorkdays: number;
	readonly objectionWorkdays: number;
	readonly newcomerDays: number;
	readonly newcomerPass: number;
}

/** What this bureau has set for training, from `content/drafting/places/default.yaml`. */
export function trainingTerms(): TrainingTerms {
	const { parameters } = ruleBookOf('default');
	const valueOf = (id: string) => {
		const found = parameters.find((one) => one.id === id);
		if (!found) throw new Error(`no parameter ${id}`);
		return found.value;
	};
	return {
		...{ markingWorkdays: valueOf('marking_workdays'), objectionWorkdays: valueOf('objection_workdays') },
		...{ newcomerDays: valueOf('newcomer_days'), newcomerPass: valueOf('newcomer_pass') }
	};
}
