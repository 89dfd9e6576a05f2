import { json } from '@sveltejs/kit';
import { readAnswerForm } from '#lib/drills/forms.ts';
import type { Answered } from '#lib/drills/domain/set-view.ts';
import { answerQuestion } from '#lib/drills/server/use-cases/answer-question.server.ts';
import type { Posted } from '#lib/kit/posted.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { signInKeeping } from '#lib/platform/kept-picks.server.ts';
import type { RequestHandler } from './$types';

/** Kit's `json` says how long it is, so it is compressed in one piece. */
const reply = (posted: Posted<Answered>, status = 200) => json(posted, { status });

/** An answer from the page that is open: feedback and next question in one reply, as plain JSON (decision 0017). */
export const POST: RequestHandler = async ({ request, params, url, locals: { ctx } }) => {
	const { position, picks } = readAnswerForm(new URLSearchParams(await request.text()));
	if (!ctx.actor)
		return reply({ location: signInKeeping(new URL(`../${params.id}`, url), String(position), picks) }, 401);
	const answered = await guard(url, () => answerQuestion(ctx, params.id, position, picks));
	return answered.ok ? reply({ data: answered.value }) : reply({ fault: answered.refusal.message }, 400);
};
