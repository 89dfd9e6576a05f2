/** A person as far as grading is concerned. */
export interface Grader {
	readonly id: string;
	readonly name: string;
	readonly unitPath: string;
}

/** `/bureau/` has one part, `/bureau/brigade/` two. */
const isBelowBureau = (path: string) => path.split('/').filter(Boolean).length > 1;

/**
 * Why somebody may not grade a case, or null. A case names its author; where that is a person of the directory, people of the
 * same unit keep out too. The bureau's own office is no unit in this sense: all trainers and judges sit there, and nobody would
 * be left.
 */
export function findConflict(author: { name: string; person: Grader | null }, grader: Grader): string | null {
	if (author.name === grader.name || author.person?.id === grader.id) return '这个案例是你写的，由别人评分。';
	const path = author.person?.unitPath;
	if (path && isBelowBureau(path) && grader.unitPath.startsWith(path))
		return '作者与你同在一个单位，由别的单位的人评分。';
	return null;
}
