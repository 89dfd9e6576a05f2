import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { type PersonCard, readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { ok, refuse } from '#lib/shared/result.ts';
import { type Day, dayOf } from '#lib/shared/time.ts';
import { describeRule } from '../../domain/describe-rule.ts';
import { fieldsOf } from '../../domain/rule-draft.ts';
import {
	type OfficeRule,
	RULE_VERDICTS,
	firstDaysFor,
	pendingOf,
	whyMayNotConfirm
} from '../../domain/rule-versions.ts';
import { type Rule, isOfPieces } from '../../domain/rule.ts';
import { unitOf } from '../../domain/score.ts';
import { type Book, findBase, readBook } from '../rule-book.server.ts';

/** All versions, newest first, with where each comes from, what became of it, and what this person can do. */
export async function readRules(ctx: Ctx) {
	const { actor } = authorisePerson(ctx, 'ranking.readRules');
	const book = await readBook(ctx);
	const people = await readPeople(ctx, peopleIn(book.office));
	const pending = pendingOf(book.office);
	const mayEdit = mayRun(actor, 'ranking.editRules');
	const mayConfirm = mayRun(actor, 'ranking.confirmRules');
	const isMine = pending?.proposedBy === actor.personId;
	return {
		versions: versionsOf(book, dayOf(ctx.now), people),
		proposals: book.proposals.map((rule) => ({ base: `file-${rule.version}`, ...describe(rule) })),
		pending: pending && {
			...{ ...describe(pending.rule), ...accountOf(pending, people), basedOn: pending.basedOn },
			...{ isMine, mayWithdraw: isMine && mayEdit, mayDecide: mayConfirm && !isMine },
			whyNot: mayConfirm ? whyMayNotConfirm(pending, book.files, { personId: actor.personId, now: ctx.now }) : null
		},
		...{ mayEdit, newest: book.inForce.at(-1)!.version }
	};
}
export type RulesPage = Awaited<ReturnType<typeof readRules>>;

const peopleIn = (office: readonly OfficeRule[]) => [
	...new Set(office.flatMap(({ proposedBy, decision }) => [proposedBy, ...(decision ? [decision.decidedBy] : [])]))
];

const describe = (rule: Rule) => {
	const { version, effectiveFrom, basis } = rule;
	return { version, from: effectiveFrom, basis, lines: describeRule(rule) };
};

type People = ReadonlyMap<string, PersonCard>;

function accountOf({ reason, proposedBy, proposedAt, decision }: OfficeRule, people: People) {
	const nameOf = (id: string) => people.get(id)?.name ?? '（已离任）';
	return {
		...{ reason, by: nameOf(proposedBy), on: dayOf(proposedAt) },
		decision: decision && {
			...{ label: RULE_VERDICTS[decision.verdict], reason: decision.reason, on: dayOf(decision.decidedAt) },
			by: nameOf(decision.decidedBy)
		}
	};
}

function versionsOf({ files, office, inForce, proposals }: Book, today: Day, people: People) {
	const now = inForce.findLast(({ effectiveFrom }) => effectiveFrom <= today);
	const stateOf = (rule: Rule) => {
		if (rule === now) return '现行';
		if (!inForce.includes(rule)) return '未起用';
		return rule.effectiveFrom > today ? '已公布，将起用' : '曾用';
	};
	const ofFiles = files.filter((rule) => !proposals.includes(rule));
	const ofOffice = office.filter(({ decision }) => decision !== null);
	const all = [
		...ofFiles.map((rule) => ({ ...describe(rule), state: stateOf(rule), isOurs: false, account: null })),
		...ofOffice.map((one) => ({
			...describe(one.rule),
			state: one.decision!.verdict === 'confirmed' ? stateOf(one.rule) : RULE_VERDICTS[one.decision!.verdict],
			...{ isOurs: true, account: accountOf(one, people) }
		}))
	];
	return all.sort((left, right) => right.version - left.version);
}

/** The form of a new version, filled with the figures of one that is there. */
export async function readRuleForm(ctx: Ctx, base: string | null) {
	authorisePerson(ctx, 'ranking.editRules');
	const book = await readBook(ctx);
	const chosen = base ?? String(book.inForce.at(-1)!.version);
	const from = findBase(book, chosen);
	if (!from) return refuse('no-such-rule', '没有这一版规则。');
	return ok({
		...{ base: chosen, version: from.version, days: firstDaysFor(book.inForce, dayOf(ctx.now)) },
		fields: fieldsOf(from, book.catalogue),
		components: book.catalogue.map((one) => ({
			...{ key: one.key, name: one.name, short: one.short, unit: unitOf(one) },
			...(isOfPieces(one) ? { levels: one.ceilings.length } : { levels: 0 })
		})),
		pending: pendingOf(book.office)?.rule.version ?? null
	});
}
export type RuleForm = Extract<Awaited<ReturnType<typeof readRuleForm>>, { ok: true }>['value'];
