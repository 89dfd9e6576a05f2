import { fail } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { SEAT_FORM, readSeatForm } from '#lib/arena/seat-forms.ts';
import { countBallots, publishMatch } from '#lib/arena/server/use-cases/decide-result.server.ts';
import { decideRecusal } from '#lib/arena/server/use-cases/decide-recusal.server.ts';
import { readBallots } from '#lib/arena/server/use-cases/keep-ballots.server.ts';
import { readSitters } from '#lib/arena/server/use-cases/plan-hearing.server.ts';
import { readHearing } from '#lib/arena/server/use-cases/read-hearing.server.ts';
import { cancelHearing, publishCaseFile } from '#lib/arena/server/use-cases/schedule-hearing.server.ts';
import { readSeatHolders, revokeLink, seatByLink, seatPerson } from '#lib/arena/server/use-cases/seat-people.server.ts';
import { readForm, readText, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { Result } from '#lib/shared/result.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const holders = await readSeatHolders(ctx, params.hearing);
		const page = orNotFound(await readHearing(ctx, params.hearing, null));
		const [people, counted, ballots] = [
			await readSitters(ctx),
			await countBallots(ctx, params.hearing),
			await readBallots(ctx, params.hearing)
		];
		const sheets = ballots.ok
			? ballots.value.map(({ seatId, side, kind, state }) => ({ seatId, side, kind, state }))
			: [];
		return { page, holders, people, sheets, key: randomUUID(), counted: counted.ok ? null : counted.refusal.message };
	});

const answer = (done: Result<unknown>, values: Record<string, string> = {}) =>
	done.ok ? { done: true } : fail(400, { faults: toFaults(done.refusal), values });

export const actions: Actions = {
	seat: async ({ request, params, url, locals: { ctx } }) => {
		const form = await request.formData();
		const values = withoutSecrets(Object.fromEntries(form));
		const read = readForm(form, SEAT_FORM);
		if (!read.ok) return fail(400, { faults: read.faults, values });
		const { seat, personId, guest } = readSeatForm(read.value);
		if (guest === '') return answer(await guard(url, () => seatPerson(ctx, params.hearing, seat, personId)), values);
		const expiresAt = new Date(ctx.now.getTime() + 30 * 86_400_000);
		const linked = await guard(url, () => seatByLink(ctx, params.hearing, seat, { name: guest, expiresAt }));
		if (!linked.ok) return fail(400, { faults: toFaults(linked.refusal), values });
		return { done: true, link: `${url.origin}/arena/links/${linked.value.token}`, guest };
	},
	revoke: async ({ request, params, url, locals: { ctx } }) => {
		const seatId = readText(await request.formData(), 'seatId');
		return answer(await guard(url, () => revokeLink(ctx, params.hearing, seatId)));
	},
	handOut: async ({ request, params, url, locals: { ctx } }) => {
		const key = readText(await request.formData(), 'key');
		return answer(await guard(url, () => publishCaseFile(ctx, params.hearing, key)));
	},
	recusal: async ({ request, params, url, locals: { ctx } }) => {
		const form = await request.formData();
		const decision = { key: readText(form, 'key'), seatId: readText(form, 'seatId'), reason: readText(form, 'reason') };
		const granted = readText(form, 'granted') === 'yes';
		return answer(await guard(url, () => decideRecusal(ctx, params.hearing, { ...decision, granted })));
	},
	publish: async ({ request, params, url, locals: { ctx } }) => {
		const key = readText(await request.formData(), 'key');
		return answer(await guard(url, () => publishMatch(ctx, params.hearing, key)));
	},
	cancel: async ({ request, params, url, locals: { ctx } }) => {
		const reason = readText(await request.formData(), 'reason');
		return answer(await guard(url, () => cancelHearing(ctx, params.hearing, reason)));
	}
};
