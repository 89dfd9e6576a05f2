import { ROLES, type Role } from '../roles.ts';
import { FIELDS } from './fields.ts';
import { refuseNewRoles } from './import-roles.ts';
import { judgeNew } from './judge-new.ts';
import {
	type Bench,
	type Difference,
	type JudgedRow,
	type KnownPerson,
	type PersonValues,
	type Way,
	expiryNotes,
	rowOf
} from './judgement.ts';
import type { ReadRow } from './read-rows.ts';

interface Asked {
	readonly row: ReadRow;
	/** Id or key of the unit that the row names. */
	readonly unit: string | null;
	readonly bench: Bench;
}

/** The row beside the people who could be meant; null when nobody could. */
export function judgeKnown(asked: Asked): JudgedRow | null {
	const { row, bench } = asked;
	const { account, name, certificateNumber } = row.person;
	const refused = (reason: string) => rowOf(row, { verdict: 'refused', reasons: [reason] });
	const holder = certificateNumber === null ? undefined : bench.byCertificate.get(certificateNumber);
	const named = findNamed(asked);
	if (named) {
		if (!named.isInScope) return refused(`账号 ${named.account} 已由其他单位的人使用`);
		if (!named.isActive) return refused(`${named.name}（${named.account}）已停用，请先在人员页恢复`);
		if (holder && holder.id !== named.id) return refused(sayHolder(certificateNumber!, holder));
		if (named.name !== name) return doubt(asked, [named], `账号 ${named.account} 现在是${named.name}，表里是${name}`);
		return judgeSame(asked, named);
	}
	if (holder) {
		if (!holder.isInScope) return refused(sayHolder(certificateNumber!, holder));
		// Name and certificate agree, and no account speaks against it.
		if (account === null && holder.name === name) return judgeSame(asked, holder);
		return doubt(asked, [holder], sayHolder(certificateNumber!, holder));
	}
	const namesakes = (bench.byName.get(name!) ?? []).filter(({ isActive, isInScope }) => isActive && isInScope);
	if (namesakes.length === 0) return null;
	return doubt(asked, namesakes, `已有同名的${sayPeople(namesakes)}，账号或执法证号不同`);
}

/** Whose account it is. Without one the name is the account, but then the name must be right as well. */
function findNamed({ row: { person }, bench }: Asked): KnownPerson | undefined {
	const named = bench.byAccount.get(person.account ?? person.name!.toLowerCase());
	return person.account === null && named?.name !== person.name ? undefined : named;
}

const sayHolder = (number: string, { isInScope, name, account }: KnownPerson) =>
	`执法证号 ${number} 已登记在${isInScope ? `${name}（${account}）` : '其他单位的人员'}名下`;

const sayPeople = (people: readonly KnownPerson[]) =>
	people.map(({ name, account }) => `${name}（${account}）`).join('、');

/** A row that a person must decide; decided, it is what was decided, but stays in its list. */
function doubt(asked: Asked, candidates: readonly KnownPerson[], reason: string): JudgedRow {
	const { row, unit, bench } = asked;
	const ways = waysOf(asked, candidates);
	const given = bench.choices.decisions[row.number];
	const decision = ways.some((way) => way.decision === given) ? given! : null;
	const about = { verdict: 'doubtful', ways, decision } as const;
	if (decision === null || decision === 'skip') return rowOf(row, { ...about, reasons: [reason] });
	const meant = candidates.find(({ id }) => decision === `same:${id}`);
	const { differences, act, reasons, verdict } = meant ? judgeSame(asked, meant) : judgeNew(row, unit, bench);
	// What was decided cannot be done: said, and nothing is done.
	const more = verdict === 'refused' ? reasons : [];
	return rowOf(row, { ...about, differences, act, reasons: [reason, ...more] });
}

function waysOf({ row, bench }: Asked, candidates: readonly KnownPerson[]): Way[] {
	const { name, account } = row.person;
	const same = candidates.map(({ id, name: known, account: kept }): Way => {
		const renamed = known === name ? '' : `姓名由${known}改为${name}，`;
		return { decision: `same:${id}`, text: `就是${known}：${renamed}更新档案，账号仍为 ${kept}` };
	});
	const isFree = account !== null && !bench.byAccount.has(account);
	const other: Way[] = isFree ? [{ decision: 'new', text: `是另一个人：新增，账号 ${account}` }] : [];
	return [...same, ...other, { decision: 'skip', text: '这一行不导入' }];
}

/** The row says something of this person. */
function judgeSame({ row, unit, bench }: Asked, known: KnownPerson): JudgedRow {
	const { person, number } = row;
	const refused = (reason: string) => rowOf(row, { verdict: 'refused', reasons: [reason] });
	const above = bench.taken.get(known.id);
	if (above !== undefined) return refused(`${known.name}（${known.account}）已在第 ${above} 行`);
	bench.taken.set(known.id, number);
	const roles = (person.roles ?? []).filter((role) => !known.roles.includes(role));
	const roleFault = refuseNewRoles(roles);
	if (roleFault !== null) return refused(roleFault);
	if (roles.length > 0 && known.id === bench.known.importerId) return refused('不能给自己授予角色');
	if (person.joinedOn !== null && person.joinedOn > bench.known.today)
		return refused(`入册日期 ${person.joinedOn} 还没有到`);
	const { account, certificateNumber, certificateExpiresOn, joinedOn } = known;
	const before: PersonValues = {
		...{ account, name: known.name, unit: known.unitId, certificateNumber, certificateExpiresOn, joinedOn }
	};
	const after: PersonValues = {
		account,
		name: person.name ?? known.name,
		unit: known.unitId,
		certificateNumber: person.certificateNumber ?? certificateNumber,
		certificateExpiresOn: person.certificateExpiresOn ?? certificateExpiresOn,
		joinedOn: person.joinedOn ?? joinedOn
	};
	const differences = differencesOf({ before, after, roles });
	const notes = unit === null || unit === known.unitId ? [] : [sayOtherUnit(bench, known.unitId, unit)];
	if (differences.length === 0) return rowOf(row, { verdict: 'unchanged', reasons: notes });
	const reasons = [...notes, ...expiryNotes(after.certificateExpiresOn, bench.known.today)];
	return rowOf(row, {
		verdict: 'changed',
		reasons,
		differences,
		act: { kind: 'change', personId: known.id, before, after, roles }
	});
}

/** A transfer has a day and a ground, roles go with it, and what was earned before stays behind: a table says nothing of that. */
const sayOtherUnit = ({ units }: Bench, now: string, inTable: string) =>
	`名册上的单位是${units.pathOf(now)}，表里是${units.pathOf(inTable)}：导入不改单位，调动请在人员页办理`;

interface Compared {
	readonly before: PersonValues;
	readonly after: PersonValues;
	readonly roles: readonly Role[];
}

function differencesOf({ before, after, roles }: Compared): Difference[] {
	const differences = (Object.keys(before) as (keyof PersonValues)[])
		.filter((field) => before[field] !== after[field])
		.map((field) => ({ label: FIELDS[field], before: before[field] ?? '', after: after[field] ?? '' }));
	const granted = roles.map((role) => ROLES[role]).join('、');
	return roles.length === 0
		? differences
		: [...differences, { label: FIELDS.roles, before: '', after: `加 ${granted}` }];
}
