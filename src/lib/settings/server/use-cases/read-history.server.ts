import { type UseCase, PERMISSIONS, mayRun } from '#lib/identity/domain/permissions.ts';
import { ROLES, type Role } from '#lib/identity/domain/roles.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf, formatDay } from '#lib/shared/time.ts';
import { VERDICTS, inForce, pendingOf } from '../../domain/change.ts';
import { GROUPS, SETTINGS, type SettingKey, isSettingKey, settingOf } from '../../domain/registry.ts';
import { showBounds, showValue, typedValue } from '../../domain/setting.ts';
import * as repository from '../repository.server.ts';

const instant = (at: Date) => `${dayOf(at)} ${clockOf(at)}`;
/** Those who may, by the permission table: `系统管理员、督导`. */
const whoMay = (useCase: UseCase) =>
	Object.keys(PERMISSIONS[useCase])
		.map((role) => ROLES[role as Role])
		.join('、');

/** Whether a figure of the place has been confirmed, and by what; null = no such figure. */
function markOf(key: SettingKey, force: repository.StoredChange | null) {
	const { local } = settingOf(key);
	if (local === undefined) return null;
	return force?.source
		? { isVerified: true, text: `${force.source}（${formatDay(force.sourceOn!)}）` }
		: { isVerified: false, text: local };
}

function summaryOf(key: SettingKey, changes: readonly repository.StoredChange[]) {
	const { title, type, preset } = settingOf(key);
	const force = inForce(changes);
	return {
		...{ key, title, value: showValue(type, force?.value ?? preset), isPreset: force === null },
		...{ isWaiting: pendingOf(changes) !== null, mark: markOf(key, force) }
	};
}

/** All settings by group, as they are in force. */
export async function listSettings(ctx: Ctx) {
	const { db } = authorisePerson(ctx, 'settings.readSettings');
	const all = await repository.selectChanges(db);
	const keys = Object.keys(SETTINGS) as SettingKey[];
	return Object.entries(GROUPS).map(([group, title]) => ({
		...{ group, title },
		settings: keys
			.filter((key) => settingOf(key).group === group)
			.map((key) =>
				summaryOf(
					key,
					all.filter((one) => one.key === key)
				)
			)
	}));
}

/** One setting: what it means, what it may be, what waits, and everything that was ever changed, newest first. */
export async function openSetting(ctx: Ctx, key: string) {
	const me = authorisePerson(ctx, 'settings.readSettings');
	if (!isSettingKey(key)) return refuse('no-such-setting', '没有这一项设置。');
	const setting = settingOf(key);
	const changes = await repository.selectChanges(me.db, key);
	const { type, preset, meaning, changedBy, needsSecond } = setting;
	const pending = pendingOf(changes);
	const rows = await showChanges(me, key, changes);
	return ok({
		...{
			...summaryOf(key, changes),
			meaning,
			type,
			group: GROUPS[setting.group],
			isLocal: setting.local !== undefined
		},
		...{ preset: showValue(type, preset), bounds: showBounds(type), who: whoMay(changedBy) },
		second: needsSecond ? whoMay('settings.confirmChange') : null,
		typed: typedValue(inForce(changes)?.value ?? preset),
		seen: changes.at(-1)?.number ?? 0,
		mayChange: mayRun(me.actor, changedBy) && !pending,
		pending: pending && {
			...rows.find(({ number }) => number === pending.number)!,
			isOwn: pending.changedBy === me.actor.personId,
			mayDecide: mayRun(me.actor, 'settings.confirmChange') && pending.changedBy !== me.actor.personId
		},
		history: rows
	});
}
type Opened<T> = T extends Result<infer Value> ? Value : never;
export type SettingPage = Opened<Awaited<ReturnType<typeof openSetting>>>;

async function showChanges(me: SignedIn, key: SettingKey, changes: readonly repository.StoredChange[]) {
	const { type } = settingOf(key);
	const ids = changes.flatMap(({ changedBy, decidedBy }) => [changedBy, decidedBy ?? []].flat());
	const people = await readPeople(me, [...new Set(ids)]);
	const nameOf = (id: string | null) => (id === null ? '' : (people.get(id)?.name ?? '（已离任）'));
	return changes.toReversed().map((one) => ({
		...{ number: one.number, from: showValue(type, one.before), to: showValue(type, one.value), reason: one.reason },
		...{ by: nameOf(one.changedBy), at: instant(one.changedAt) },
		source: one.source && `${one.source}（${formatDay(one.sourceOn!)}）`,
		standing: one.verdict ? VERDICTS[one.verdict] : one.needsSecond ? '待确认' : '已生效',
		decision: one.decidedAt && { by: nameOf(one.decidedBy), at: instant(one.decidedAt), reason: one.answer ?? '' }
	}));
}
