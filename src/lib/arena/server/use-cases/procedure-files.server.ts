import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import {
	type ContentFault,
	type SourceFile,
	line,
	parseYaml,
	readFolder,
	slug
} from '#lib/platform/content-files.server.ts';
import { ACTS, type Act } from '../../domain/hearing/act.ts';
import {
	PROCEDURE_KINDS,
	type Procedure,
	STAGE_KINDS,
	type StageKind,
	type StageRule,
	TURNS,
	isInCourt
} from '../../domain/hearing/procedure.ts';
import { COURT_ROLES, type CourtRole, PARTIES, type Party } from '../../domain/hearing/role.ts';

const FOLDER = 'content/arena/procedures';
const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as [Key, ...Key[]];
const whole = (least: number, most: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(least, `至少 ${least}`), v.maxValue(most, `至多 ${most}`));
/** `strictObject` with optional keys: an unknown one is a fault. */
const some = <Key extends string, Value extends v.GenericSchema>(keys: readonly Key[], value: Value) =>
	v.strictObject(
		Object.fromEntries(keys.map((key) => [key, v.exactOptional(value)])) as Record<
			Key,
			v.ExactOptionalSchema<Value, undefined>
		>
	);

const party = v.picklist(keysOf<Party>(PARTIES));
const stageId = v.pipe(v.string(), v.regex(/^[A-Z]\d{1,2}$/, '写作 S7'));
const stage = v.strictObject({
	...{ id: stageId, kind: v.picklist(keysOf<StageKind>(STAGE_KINDS)), name: line },
	minutes: v.nullable(whole(1, 600)),
	perParty: some(keysOf<Party>(PARTIES), whole(1, 120)),
	...{ order: v.array(party), turns: v.picklist(keysOf(TURNS)) },
	extension: v.strictObject({ minutes: whole(0, 60), times: whole(0, 5) }),
	...{ next: v.array(stageId), isTimed: v.boolean() },
	acts: some(keysOf<CourtRole>(COURT_ROLES), v.array(v.picklist(keysOf<Act>(ACTS))))
});
const role = v.strictObject({ name: line, least: whole(0, 9), most: whole(1, 9) });
const schema = v.strictObject({
	...{ id: slug, version: whole(1, 999), title: line, kind: v.picklist(keysOf(PROCEDURE_KINDS)), basis: line },
	bellSeconds: whole(5, 120),
	roles: some(keysOf<CourtRole>(COURT_ROLES), role),
	panel: v.strictObject({ least: whole(1, 9), mustBeOdd: v.boolean() }),
	stages: v.pipe(v.array(stage), v.minLength(3)),
	reopening: v.nullable(v.strictObject({ from: stageId, to: stageId, times: whole(1, 3) })),
	filing: v.nullable(v.strictObject({ legalDays: whole(1, 60), hours: whole(1, 720) })),
	defaulting: v.picklist(['out', 'examined']),
	...{ hasPenalties: v.boolean(), publicDelaySeconds: whole(0, 600) }
});

/** Reads `content/arena/procedures`; each is known by its id and version. */
export function readProcedureFiles(root: string): { procedures: Procedure[]; faults: ContentFault[] } {
	if (!existsSync(join(root, FOLDER))) return { procedures: [], faults: [] };
	const read = readFolder(root, FOLDER, '.yaml').map(readProcedure);
	return { procedures: read.flatMap(({ procedure }) => procedure ?? []), faults: read.flatMap(({ faults }) => faults) };
}

function readProcedure({ path, name, text }: SourceFile): { procedure: Procedure | null; faults: ContentFault[] } {
	const parsed = parseYaml(path, text, schema);
	if (!parsed.ok) return { procedure: null, faults: parsed.faults };
	const procedure = parsed.value satisfies Procedure;
	const named = name === procedure.id || name === `${procedure.id}.${procedure.version}`;
	const faults = [...findFaults(procedure), ...(named ? [] : [['id', `编号应与文件名一致：${name}`] as const])];
	return { procedure: faults.length === 0 ? procedure : null, faults: faults.map(([at, what]) => parsed.at(at, what)) };
}

type Found = readonly [field: string, message: string];

/** What cannot be true together. */
function findFaults(procedure: Procedure): Found[] {
	const ids = procedure.stages.map(({ id }) => id);
	const known = new Set(ids);
	const faults: Found[] = procedure.stages.flatMap((one, index) => faultsOfStage(procedure, one, index));
	if (known.size !== ids.length) faults.push(['stages', '阶段编号重复']);
	if (!procedure.roles.presiding || !procedure.roles.clerk) faults.push(['roles', '缺少主持的人或者记录的人']);
	const { reopening } = procedure;
	if (reopening && (ids.indexOf(reopening.to) < 0 || ids.indexOf(reopening.to) >= ids.indexOf(reopening.from))) {
		faults.push(['reopening', '只能从后面的阶段回到前面的阶段']);
	}
	if (procedure.filing && !procedure.stages.some(({ kind }) => kind === 'answer')) {
		faults.push(['filing', '没有举证期限的阶段']);
	}
	return faults;
}

function faultsOfStage({ stages, roles }: Procedure, stage: StageRule, index: number): Found[] {
	const field = `stages.${index}`;
	const faults: Found[] = [];
	const later = stages.slice(index + 1).map(({ id }) => id);
	if (stage.next.some((id) => !later.includes(id))) faults.push([`${field}.next`, '下一阶段应在后面']);
	const isLast = stage.kind === 'result';
	if (isLast !== (stage.next.length === 0)) faults.push([`${field}.next`, '只有公布成绩没有下一阶段']);
	if (isInCourt(stage) !== (stage.minutes !== null)) faults.push([`${field}.minutes`, '开庭以后的阶段写明分钟']);
	const strangers = [...stage.order, ...Object.keys(stage.acts)].filter((one) => !(one in roles));
	for (const one of strangers) faults.push([`${field}.acts`, `这个程序没有 ${one} 这个席位`]);
	if (Object.keys(stage.perParty).some((one) => !stage.order.includes(one as Party))) {
		faults.push([`${field}.perParty`, '单独计时的一方应在发言次序里']);
	}
	return faults;
}
