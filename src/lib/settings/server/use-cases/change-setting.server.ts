import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Verdict, inForce, judgeChange, judgeDecision } from '../../domain/change.ts';
import { isSettingKey, settingOf } from '../../domain/registry.ts';
import { readValue } from '../../domain/setting.ts';
import { forgetSettings } from '../kept-settings.server.ts';
import * as repository from '../repository.server.ts';

/** A change as it was typed. `seen`: number of the last change that the page knew. */
export interface TypedChange {
	readonly value: string;
	readonly reason: string;
	readonly seen: number;
	readonly source: string;
	readonly sourceOn: string;
}

const NO_SETTING = refuse('no-such-setting', '没有这一项设置。');

/** Changes a setting, or proposes it where a second person must confirm. @returns the number of the change */
export async function changeSetting(ctx: Ctx, key: string, typed: TypedChange): Promise<Result<number>> {
	// Who may not see settings is not told which there are.
	authorisePerson(ctx, 'settings.readSettings');
	if (!isSettingKey(key)) return NO_SETTING;
	const setting = settingOf(key);
	const me = authorisePerson(ctx, setting.changedBy);
	const read = readValue(setting.type, typed.value);
	if (!read.ok) return read;
	const changed = await inTransaction(me, async (inner): Promise<Result<number>> => {
		const { db, now, actor } = inner;
		await repository.lockSetting(db, key);
		const changes = await repository.selectChanges(db, key);
		const wanted = { ...typed, value: read.value, by: actor.personId };
		const judged = judgeChange(setting, changes, wanted);
		if (!judged.ok) return judged;
		const { number, isNew } = judged.value;
		if (!isNew) return ok(number);
		const before = inForce(changes)?.value ?? setting.preset;
		const { needsSecond } = setting;
		const about = { before, value: read.value, needsSecond, reason: typed.reason.trim() };
		const from = setting.local === undefined ? null : { source: typed.source.trim(), sourceOn: typed.sourceOn };
		await repository.insertChange(db, { key, number, ...about, ...from, changedBy: actor.personId, changedAt: now });
		const useCase = needsSecond ? 'settings.propose' : 'settings.change';
		await recordAudit(inner, useCase, `setting:${key}`, { number, ...about, ...from });
		return ok(number);
	});
	if (changed.ok) forgetSettings();
	return changed;
}

export interface TypedDecision {
	readonly number: number;
	readonly verdict: Verdict;
	readonly reason: string;
}

/** A second person confirms a change that waits or sends it back; whoever made it may take it back. Decided once. */
export async function decideSetting(ctx: Ctx, key: string, typed: TypedDecision): Promise<Result<null>> {
	authorisePerson(ctx, 'settings.readSettings');
	if (!isSettingKey(key)) return NO_SETTING;
	const { verdict } = typed;
	const me = authorisePerson(ctx, verdict === 'withdrawn' ? settingOf(key).changedBy : 'settings.confirmChange');
	const decided = await inTransaction(me, async (inner): Promise<Result<null>> => {
		const { db, now, actor } = inner;
		await repository.lockSetting(db, key);
		const changes = await repository.selectChanges(db, key);
		const judged = judgeDecision(changes, { ...typed, by: actor.personId });
		if (!judged.ok) return judged;
		if (!judged.value) return ok(null);
		const { number, changedBy, value, before } = changes.find((one) => one.number === typed.number)!;
		const reason = typed.reason.trim();
		const by = { decidedBy: actor.personId, decidedAt: now };
		await repository.insertDecision(db, { key, number, changedBy, verdict, reason, ...by });
		await recordAudit(inner, `settings.${verdict}`, `setting:${key}`, { number, before, value, reason });
		return ok(null);
	});
	if (decided.ok) forgetSettings();
	return decided;
}
