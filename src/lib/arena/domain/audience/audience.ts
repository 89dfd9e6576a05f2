import type { Side } from '../bundle/side.ts';
import type { Hearing } from '../hearing/hearing.ts';
import { type Procedure, type StageKind, stageById } from '../hearing/procedure.ts';

/** Both sides have been heard by then. */
const AFTER_DEBATE: readonly StageKind[] = ['final', 'mediation', 'deliberation', 'judgment', 'commentary', 'result'];

/**
 * Whether the audience may vote: from the end of the debate until the result is published, where two sides are against each
 * other. @param hearing as whoever votes sees it, so that nobody votes on what was not heard yet
 */
export function isVoteOpen({ course }: Pick<Hearing, 'course'>, procedure: Procedure): boolean {
	const { plaintiff, defendant } = procedure.roles;
	const kind = stageById(procedure, course.stage?.id ?? '')?.kind;
	return !!plaintiff && !!defendant && !course.published && kind !== undefined && AFTER_DEBATE.includes(kind);
}

/** How many votes each side has got. */
export type Tally = Readonly<Record<Side, number>>;

/** Shares in whole per cent, which come to 100; null = nobody has voted. */
export function sharesOf({ plaintiff, defendant }: Tally): Tally | null {
	const all = plaintiff + defendant;
	if (all === 0) return null;
	const own = Math.floor((200 * plaintiff + all) / (2 * all));
	return { plaintiff: own, defendant: 100 - own };
}
