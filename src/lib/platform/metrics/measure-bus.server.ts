/**
 * The figures of the application, for the program that owns the HTTP server: two bundles in one process, which share no module
 * and speak through events of the process (as in `shutdown.server.ts`). Nothing is computed before somebody asks.
 */
type Bus = {
	on(event: string, listener: (tasks: Promise<readonly Figure[]>[]) => void): void;
	emit(event: string, tasks: Promise<readonly Figure[]>[]): boolean;
};
const bus = process as unknown as Bus;
const EVENT = 'leitai:measure';

/** One value of a gauge. A value of null is not known and is left out. */
export interface Figure {
	readonly name: string;
	readonly help: string;
	readonly labels?: Readonly<Record<string, string>>;
	readonly value: number | null;
}

/** For the application: called each time that figures are asked for. */
export function onMeasure(measure: () => Promise<readonly Figure[]>): void {
	bus.on(EVENT, (tasks) => void tasks.push(measure()));
}

/** What everybody has to tell; whoever fails is left out, and counted. */
export async function askFigures(): Promise<{ readonly figures: readonly Figure[]; readonly failed: number }> {
	const tasks: Promise<readonly Figure[]>[] = [];
	bus.emit(EVENT, tasks);
	const answers = await Promise.allSettled(tasks);
	const figures = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
	return { figures, failed: answers.filter(({ status }) => status === 'rejected').length };
}
