import type { Db } from '#db/connect.ts';
import type { TaskBody } from '#lib/drafting/domain/piece-bodies.ts';
import { savePieces } from '#lib/drafting/server/repository/pieces.server.ts';
import { CLEAN_CASE, CLEAN_DOCUMENTS } from './clean-file.ts';
import { MORNING } from './people.ts';

const { 'penalty-decision': decision, ...related } = CLEAN_DOCUMENTS;

/** A sentence that stands in no other document of the file: where it is seen, the model is. */
export const MODEL_ONLY = '乌桕树下的范文，别处没有。';

/** A decision to write, out of the clean file; its model is the clean decision. */
export const DECISION_TASK: TaskBody = {
	...{ author: '梁若川', sources: ['测试'], asOf: '2026-11-22', citations: [] },
	...{ document: 'penalty-decision', level: 4, industry: '工贸', minutes: 40, place: 'default', file: 'clean' },
	briefHtml: '<p>新工没有培训，告知书已经送达，当事人没有异议。</p>',
	photos: [{ title: '打磨车间东侧', shows: '管道法兰上有浮尘' }],
	evidence: [{ name: '询问笔录', shows: '周恒舟承认没有组织培训' }],
	case: CLEAN_CASE,
	related,
	prefilled: { party_name: CLEAN_CASE.party.name },
	model: { ...decision, discretion_reason: `${decision.discretion_reason}${MODEL_ONLY}` },
	points: {},
	texts: [
		{
			...{ id: 'count', path: 'f.facts', anyOf: ['六名', '6名'], requirement: '写明没有培训的人数' },
			why: '人数决定情节轻重。'
		}
	],
	guide: null
};

/** Stores a version of a task and shows it. */
export function storeTask(db: Db, id: string, { body = DECISION_TASK, version = 1 } = {}): Promise<void> {
	const file = { id, digest: `${id}@${version}`, title: '写一份处罚决定书', body };
	return savePieces(db, 'task', [{ file, version, isPublished: true }], MORNING);
}
