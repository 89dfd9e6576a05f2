import { text } from 'node:stream/consumers';
import { ROLES, type Role } from '#lib/identity/domain/roles.ts';
import { addPerson, addUnit } from '#lib/identity/server/use-cases/add-people.server.ts';
import { readUnits } from '#lib/identity/server/use-cases/directory.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { MalformedInput, type Arguments, type Output } from './command.ts';
import { withContext } from './shell/context.ts';

export const name = 'people add';
export const summary = '添加人员：第一位管理员，或修复账号';
export const usage = '--name 姓名 [--account 账号] --role 角色 --unit 单位 --password-stdin';
export const options = {
	name: { type: 'string', help: '姓名' },
	account: { type: 'string', help: '登录账号；省略时就用姓名' },
	role: { type: 'string', multiple: true, help: `角色，可重复：${Object.keys(ROLES).join(' ')}` },
	unit: { type: 'string', help: '单位名称；系统里还没有任何单位时，按这个名称建立根单位' },
	'password-stdin': { type: 'boolean', help: '从标准输入读取初始密码（首次登录时须修改）' }
} as const;

const fault = (field: string, message: string) => ({ file: 'people add', line: 0, field, message });

export async function run({ values }: Arguments, io: Output): Promise<void> {
	const input = await readInput(values);
	const added = await withContext(name, io.err, (ctx) => add(ctx, input));
	io.out(`已添加 ${input.name}，账号 ${input.account}，首次登录时须修改密码`);
	io.json({ id: added, account: input.account, name: input.name, roles: input.roles });
}

interface Input {
	readonly name: string;
	readonly account: string;
	readonly roles: readonly Role[];
	readonly unit: string;
	readonly password: string;
}

/** Everything that is wrong is said at once; nothing was written. */
async function readInput(values: Arguments['values']): Promise<Input> {
	const faults = ['name', 'unit']
		.filter((key) => typeof values[key] !== 'string' || values[key].trim() === '')
		.map((key) => fault(`--${key}`, '必须填写'));
	const roles = (Array.isArray(values['role']) ? values['role'] : []) as string[];
	if (roles.length === 0) faults.push(fault('--role', `必须填写，可选：${Object.keys(ROLES).join('、')}`));
	for (const role of roles) {
		if (!Object.hasOwn(ROLES, role))
			faults.push(fault('--role', `没有角色 ${role}，可选：${Object.keys(ROLES).join('、')}`));
	}
	if (!values['password-stdin']) faults.push(fault('--password-stdin', '密码只从标准输入读取，请加上这个参数'));
	if (faults.length > 0) throw new MalformedInput(faults);
	const password = (await text(process.stdin)).replace(/\r?\n$/, '');
	const [personName, unit] = ['name', 'unit'].map((key) => String(values[key]).trim());
	const account = typeof values['account'] === 'string' ? values['account'].trim() : personName;
	return { name: personName!, account: account!, unit: unit!, roles: roles as Role[], password };
}

async function add(ctx: Ctx, { unit, ...input }: Input): Promise<string> {
	const units = await readUnits(ctx);
	const found = units.find((one) => one.name === unit);
	if (!found && units.length > 0) {
		throw new MalformedInput([fault('--unit', `没有单位 ${unit}，现有：${units.map((one) => one.name).join('、')}`)]);
	}
	// A refusal throws inside the transaction, so that a new root unit goes with it.
	return inTransaction(ctx, async (inner) => {
		const unitId = found?.id ?? (await addUnit(inner, null, unit, 'bureau'));
		const added = await addPerson(inner, { ...input, unitId, mustChangePassword: true, joinedOn: dayOf(ctx.now) });
		if (!added.ok) throw new MalformedInput([fault(`--${added.refusal.field ?? ''}`, added.refusal.message)]);
		return added.value;
	});
}
