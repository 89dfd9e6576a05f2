import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type SettingKey, type SettingOf, settingOf } from '../../domain/registry.ts';
import { isValue } from '../../domain/setting.ts';
import { recallSettings } from '../kept-settings.server.ts';

/** What a room asks: the value in force. Costs no statement where this node has it. */
export async function readSetting<Key extends SettingKey>(ctx: Pick<Ctx, 'db'>, key: Key): Promise<SettingOf<Key>> {
	return (await readSettings(ctx, [key]))[key];
}

/** Several settings of one moment, by key. */
export async function readSettings<Key extends SettingKey>(
	ctx: Pick<Ctx, 'db'>,
	keys: readonly Key[]
): Promise<{ [K in Key]: SettingOf<K> }> {
	const set = await recallSettings(ctx);
	const valueOf = (key: Key) => {
		const { type, preset } = settingOf(key);
		const value = set.get(key)?.value;
		return isValue(type, value) ? value : preset;
	};
	return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as { [K in Key]: SettingOf<K> };
}
