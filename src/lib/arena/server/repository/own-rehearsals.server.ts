import { sql } from 'drizzle-orm';
import { arenaRehearsal } from '#db/schema/arena-rehearsal.ts';
import type { OwnRecord } from '#lib/platform/own-records.server.ts';
import { REHEARSAL_STAGES } from '../../domain/bundle/bundle.ts';
import { SIDES } from '../../domain/bundle/side.ts';

export const REHEARSAL_RECORDS: readonly OwnRecord[] = [
	{
		...{ title: '单人排练', from: arenaRehearsal, by: arenaRehearsal.officerId, newest: arenaRehearsal.startedAt },
		show: {
			编号: arenaRehearsal.id,
			案卷: sql<string | null>`(select v.title from arena_bundle_version v
				where v.id = arena_rehearsal.bundle_id and v.version = arena_rehearsal.bundle_version)`,
			...{ 代表: [arenaRehearsal.side, SIDES], 阶段: [arenaRehearsal.stage, REHEARSAL_STAGES] },
			...{ 排序种子: arenaRehearsal.seed, 作答: arenaRehearsal.answers },
			...{ 开始时间: arenaRehearsal.startedAt, 完成时间: arenaRehearsal.finishedAt, 得分: arenaRehearsal.mark }
		}
	}
];
