import { refuseNewRoles } from './import-roles.ts';
import { type Bench, type JudgedRow, type PersonValues, expiryNotes, rowOf } from './judgement.ts';
import type { ReadRow } from './read-rows.ts';

/** Nobody known is meant, or somebody decided so. */
export function judgeNew(row: ReadRow, unit: string | null, bench: Bench): JudgedRow {
	const { person, number } = row;
	const account = person.account ?? person.name!.toLowerCase();
	const reasons: string[] = [];
	if (unit === null) reasons.push('没有单位');
	if (!isAccount(account)) reasons.push('没有账号，姓名又不能作账号，请填写账号');
	const takenBy = bench.taken.get(account);
	if (takenBy !== undefined) reasons.push(`账号 ${account} 已用于第 ${takenBy} 行`);
	else if (bench.byAccount.has(account)) reasons.push(`账号 ${account} 已有人使用，请填写另一个账号`);
	const roles = person.roles ?? ['officer'];
	const roleFault = refuseNewRoles(roles);
	if (roleFault !== null) reasons.push(roleFault);
	const { joinedOn = null } = person;
	if (joinedOn !== null && joinedOn > bench.known.today) reasons.push(`入册日期 ${joinedOn} 还没有到`);
	if (reasons.length > 0) return rowOf(row, { verdict: 'refused', reasons });
	bench.taken.set(account, number);
	const { name, certificateNumber, certificateExpiresOn } = person;
	const values: PersonValues = {
		...{ account, name: name!, unit: unit!, certificateNumber, certificateExpiresOn },
		joinedOn: joinedOn ?? bench.known.today
	};
	const notes = expiryNotes(certificateExpiresOn, bench.known.today);
	return rowOf(row, { verdict: 'new', reasons: notes, act: { kind: 'add', values, roles } });
}

const isAccount = (account: string) => /^\p{L}[\p{L}\p{N}.-]{1,31}$/u.test(account);
