import { dayOf } from '#lib/shared/time.ts';
import { ACTS, type Act, type State } from './workflow.ts';

interface LoggedStep {
	readonly act: Act;
	readonly state: State;
	readonly personId: string;
	readonly reason: string;
	readonly at: Date;
}

/** One station on the way to the reader. */
export interface Gate {
	readonly label: string;
	readonly state: 'done' | 'now' | 'returned' | 'ahead';
	/** 沈知微 · 2026-11-20; null = nothing happened there yet. */
	readonly by: string | null;
	readonly day: string | null;
	readonly reason: string;
}

/** What passes a station, and what sends back from it. */
const STATIONS = [
	{ label: '写稿', at: 'draft', pass: 'submit', back: 'take-back' },
	{ label: '内审', at: 'internal-review', pass: 'approve-internal', back: 'return-internal' },
	{ label: '法审', at: 'legal-review', pass: 'approve-legal', back: 'return-legal' }
] as const satisfies readonly { label: string; at: State; pass: Act; back: Act }[];

/** The way of a manuscript as a strip: writing, both gates, and what became of it; each with the last that happened there. */
export function gatesOf(steps: readonly LoggedStep[], nameOf: (id: string) => string): Gate[] {
	const last = steps.at(-1);
	const said = (step: LoggedStep | undefined) => ({
		by: step ? nameOf(step.personId) : null,
		day: step ? dayOf(step.at) : null,
		reason: step?.reason ?? ''
	});
	// What was passed of an earlier text does not count for this one.
	const round = steps.findLastIndex(({ act }) => act === 'submit');
	const isBack = last?.state === 'draft' || last?.state === 'discarded';
	const stations = STATIONS.map(({ label, at, pass, back }): Gate => {
		const passed = steps.findLast((step, index) => step.act === pass && index >= round);
		if (last?.state === at) return { label, state: 'now', ...said(undefined) };
		if (passed && !isBack) return { label, state: 'done', ...said(passed) };
		const returned =
			isBack && at !== 'draft' ? steps.findLast((step, index) => step.act === back && index >= round) : undefined;
		return { label, state: returned ? 'returned' : 'ahead', ...said(returned) };
	});
	return [...stations, endOf(last, said)];
}

function endOf(
	last: LoggedStep | undefined,
	said: (step: LoggedStep | undefined) => Pick<Gate, 'by' | 'day' | 'reason'>
): Gate {
	const isEnd = last && ['withdrawn', 'superseded', 'discarded'].includes(last.state);
	if (isEnd) return { label: ACTS[last.act].label, state: 'returned', ...said(last) };
	if (last?.state === 'published') return { label: '发布', state: 'done', ...said(last) };
	return { label: '发布', state: 'ahead', ...said(undefined) };
}
