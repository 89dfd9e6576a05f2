import { type Content, loadContent, readContent } from '#db/seed/content.ts';
import { playArena } from '#db/seed/demo/arena.ts';
import { playAssessment } from '#db/seed/demo/assessment.ts';
import { playAwards } from '#db/seed/demo/awards.ts';
import { playDiscretion } from '#db/seed/demo/discretion.ts';
import { playDrafting } from '#db/seed/demo/drafting.ts';
import { playCommentary } from '#db/seed/demo/commentary.ts';
import { playHistory } from '#db/seed/demo/history.ts';
import { playStudio } from '#db/seed/demo/studio.ts';
import { playReviews } from '#db/seed/demo/reviews.ts';
import { makePeople } from '#db/seed/demo/people.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#lib/identity/domain/demo-accounts.ts';
import { countPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import { openReviews } from '#lib/law/server/use-cases/changed-basis.server.ts';
import { startClock } from '#lib/platform/clock.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { OpenDatabase } from '#lib/platform/database.server.ts';
import { readInstallation, writeInstallation } from '#lib/platform/installation.server.ts';
import { openLog } from '#lib/platform/log.server.ts';
import { migrate, recreate, withDatabaseLock } from '#lib/platform/migrate.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { readRuleProposals } from '#lib/ranking/server/use-cases/decide-rule.server.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';
import type { Environment } from '#lib/shared/environment.ts';
import { MalformedInput } from '../command.ts';
import { stampContent } from './content-stamp.ts';
import { refuseSetClock } from './set-clock.ts';

export interface DemoAccount {
	readonly account: string;
	readonly password: string;
	readonly name: string;
	readonly role: string;
	readonly note: string;
}

/** The seed of the demo's draws; the same material gives the same history. */
const DEMO_SEED = 20261122;

/**
 * Everything between a migrated database and a server that may be opened: content loaded, and on the very first run the
 * demo bureau. Nodes that start together do it one after the other; what this program has loaded already it does not read again.
 * Throws `MalformedInput` when a content file is wrong.
 * @param progress one line for people
 * @param root the folder that holds `content/`
 */
export async function prepare(
	database: Pick<OpenDatabase, 'db' | 'sql' | 'origin'>,
	environment: Environment,
	progress: (text: string) => void,
	root = projectRoot()
): Promise<{ demoAccounts: DemoAccount[] }> {
	return withDatabaseLock(database, 'leitai:prepare', () => fill(database, environment, progress, root));
}

async function fill(
	database: Pick<OpenDatabase, 'db' | 'sql' | 'origin'>,
	environment: Environment,
	progress: (text: string) => void,
	root: string
): Promise<{ demoAccounts: DemoAccount[] }> {
	const clock = startClock(environment.LEITAI_CLOCK);
	const log = openLog(environment.LOG_LEVEL);
	const contextOf = (): Ctx => ({ db: database.db, now: clock(), actor: null, seed: DEMO_SEED, log, request: 'start' });

	const wantsDemo = environment.LEITAI_DEMO || database.origin === 'embedded';
	let demo = await readInstallation(contextOf(), 'demo');
	if (demo === 'building') {
		if (database.origin === 'external') throw new Error('演示数据上次没有建完：请清空这个数据库后重新启动。');
		progress('演示数据上次没有建完，重新建立');
		await recreate(database);
		await migrate(database);
		demo = null;
	}
	const isEmpty = (await countPeople(contextOf())) === 0;
	const makesDemo = wantsDemo && isEmpty;
	refuseSetClock(environment, makesDemo || demo === 'done');
	const stamp = stampContent(root, import.meta.url);
	if (makesDemo || stamp === null || (await readInstallation(contextOf(), 'content')) !== stamp) {
		const content = await bringContent(contextOf(), root, progress);
		if (makesDemo) await makeDemo(contextOf(), content, progress);
		if (stamp !== null) await writeInstallation(contextOf(), 'content', stamp);
	}
	if (makesDemo) demo = 'done';
	else await closeCycles(contextOf());
	await openReviews(contextOf());
	return { demoAccounts: demo === 'done' ? DEMO_ACCOUNTS.map((one) => ({ ...one, password: DEMO_PASSWORD })) : [] };
}

/** Reads, checks and loads all material. Throws `MalformedInput` when a file is wrong. */
async function bringContent(ctx: Ctx, root: string, progress: (text: string) => void): Promise<Content> {
	const { content, faults } = readContent(root);
	if (faults.length > 0) throw new MalformedInput(faults);
	const { laws, items, cases, publicCases, discretion, drafting } = await loadContent(ctx, content);
	const reports = [items, cases, publicCases, discretion, ...Object.values(drafting)];
	const changes = reports.reduce((sum, { added, changed }) => sum + added + changed, laws.changed);
	if (changes > 0) {
		const counts = `${content.laws.length} 部法、${content.items.length} 道题、${content.cases.length} 个案例`;
		const { file, task } = content.draftingPieces;
		const papers = `${file.length} 本案卷、${task.length} 个文书任务`;
		progress(`内容已载入：${counts}、${content.provisions.length} 条罚则、${papers}`);
	}
	for (const id of reports.flatMap(({ proposals }) => proposals))
		progress(`${id}：最新版本来自教研室，文件按草稿提案存入`);
	for (const version of await readRuleProposals(ctx))
		progress(`月榜规则第 ${version} 版：本局已有自己的版本，文件只作建议，在“月榜规则”页采用`);
	return content;
}

async function makeDemo(ctx: Ctx, content: Content, progress: (text: string) => void): Promise<void> {
	progress('首次启动：建立演示单位和最近三个月的练兵记录（约一分钟）');
	await writeInstallation(ctx, 'demo', 'building');
	const { officers, legalReviewer } = await makePeople(ctx);
	await playReviews(ctx, legalReviewer);
	await playCommentary(ctx, content.cases);
	await playArena(ctx, content.bundles);
	await playDiscretion(ctx, officers, content);
	await playDrafting(ctx, officers, content);
	// It closes the months as it passes them: whatever else left entries in them has been played before.
	await playHistory(ctx, officers, content, progress);
	await playStudio(ctx);
	await playAwards(ctx);
	await playAssessment(ctx);
	await writeInstallation(ctx, 'demo', 'done');
}
