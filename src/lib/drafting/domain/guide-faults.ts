import type { GuideBody } from './piece-bodies.ts';
import type { PieceFault } from './piece-file.ts';

/** What two markers could not agree by: weights that are no whole, levels that are no scale, kinds that are not there. */
export function findGuideFaults(
	{ documents, criteria }: Pick<GuideBody, 'documents' | 'criteria'>,
	kinds: ReadonlyMap<string, unknown>
): PieceFault[] {
	const faults: PieceFault[] = [];
	documents.forEach((kind, at) => {
		if (!kinds.has(kind)) faults.push({ field: `documents.${at}`, message: `没有这种文书：${kind}` });
	});
	const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
	if (total !== 100) faults.push({ field: 'criteria', message: `各项权重合计应为 100，实为 ${total}` });
	criteria.forEach(({ id, levels }, at) => {
		if (criteria.findIndex((other) => other.id === id) !== at) {
			faults.push({ field: `criteria.${at}.id`, message: `编号 ${id} 重复` });
		}
		if (levels.length < 2) faults.push({ field: `criteria.${at}.levels`, message: '至少两档' });
		levels.forEach(({ title }, level) => {
			if (levels.findIndex((other) => other.title === title) !== level) {
				faults.push({ field: `criteria.${at}.levels.${level}.title`, message: `“${title}”已有一档` });
			}
		});
	});
	return faults;
}
