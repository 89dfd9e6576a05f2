import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, refuse } from '#lib/shared/result.ts';
import { plainText } from '#lib/studio/domain/plain-text.ts';
import { startManuscript } from '#lib/studio/server/use-cases/start-manuscript.server.ts';
import { draftHearingCase } from '../../domain/review/case-study.ts';
import { readHearingBundle } from '../hearing-bundle.server.ts';
import { NO_HEARING, knowHearing } from '../known-hearing.server.ts';
import { selectHearing } from '../repository/hearings.server.ts';

/**
 * Begins the manuscript of a case study from a hearing that is over: what the file, both sides, the panel and the commentators
 * gave stands in it, what only an author can say is asked for. @param draftId made by the page, so that a double click begins one
 */
export async function draftCaseStudy(ctx: Ctx, hearingId: string, draftId: string): Promise<Result<{ id: string }>> {
	const me = authorisePerson(ctx, 'arena.draftCaseStudy');
	const known = isId(hearingId) ? await knowHearing(me.db, hearingId) : null;
	const row = known && (await selectHearing(me.db, hearingId));
	if (!known || !row) return refuse(...NO_HEARING);
	if (!known.hearing.course.published) return refuse('not-over', '公布成绩以后，才能整理成案例。');
	const view = await readHearingBundle(me.db, known.frame.file.bundle, { kind: 'panel' });
	if (view?.kind !== 'panel') return refuse('no-bundle', '这场庭审的案卷已经不在。');
	const bundle = view.hidden;
	const material = { title: row.title, address: `/arena/${hearingId}/result`, bundle, hearing: known.hearing };
	const fields = draftHearingCase({ ...material, story: paragraphsOf(bundle.storyHtml) });
	return startManuscript(me, { kind: 'case', from: { fields }, id: draftId });
}

const paragraphsOf = (html: string): string[] =>
	html
		.split('</p>')
		.map(plainText)
		.filter((text) => text !== '');
