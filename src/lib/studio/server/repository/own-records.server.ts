import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import * as schema from '#db/schema/studio.ts';
import type { OwnRecord } from '#lib/platform/own-records.server.ts';
import { KINDS, VERSION_REASONS } from '../../domain/manuscript.ts';
import { ACTS, STATES } from '../../domain/workflow.ts';

const { manuscript, manuscriptStep: step, manuscriptVersion: version, manuscriptAuthor: author } = schema;
const { manuscriptComment: comment, manuscriptConfirmation: confirmation, studioImage: image } = schema;

const ACT_LABELS = Object.fromEntries(Object.entries(ACTS).map(([act, { label }]) => [act, label]));
const titleOf = (id: SQL) => sql<string>`(select m.title from manuscript m where m.id = ${id})`;

const ownManuscript = (title: string, by: PgColumn): OwnRecord => ({
	...{ title, from: manuscript, by, newest: manuscript.savedAt },
	show: {
		...{
			编号: manuscript.id,
			种类: [manuscript.kind, KINDS],
			题目: manuscript.title,
			状态: [manuscript.state, STATES]
		},
		...{ 建稿时间: manuscript.createdAt, 保存时间: manuscript.savedAt }
	}
});
const ownComment = (title: string, by: PgColumn): OwnRecord => ({
	...{ title, from: comment, by, newest: comment.writtenAt },
	show: {
		...{ 稿件: titleOf(sql`manuscript_comment.manuscript_id`), 栏目: comment.field, 时间: comment.writtenAt },
		...(by === comment.writtenBy ? { 批注: comment.text } : { 处理时间: comment.resolvedAt })
	}
});

/** Who wrote, reviewed and remarked what and when. The texts themselves are the bureau's and several people's: they stay in the studio. */
export const RECORDS: readonly OwnRecord[] = [
	...[ownManuscript('建的稿件', manuscript.createdBy), ownManuscript('最后由本人保存的稿件', manuscript.savedBy)],
	{
		...{ title: '参与撰写的稿件', from: author, by: author.personId, newest: author.since },
		show: { 稿件: titleOf(sql`manuscript_author.manuscript_id`), 起始时间: author.since }
	},
	{
		...{ title: '稿件的流转', from: step, by: step.personId, newest: step.at },
		show: {
			...{ 稿件: titleOf(sql`manuscript_step.manuscript_id`), 办理: [step.act, ACT_LABELS] },
			...{ 之后的状态: [step.state, STATES], 理由: step.reason, 时间: step.at }
		}
	},
	{
		...{ title: '存下的稿件版本', from: version, by: version.madeBy, newest: version.madeAt },
		show: {
			...{ 稿件: titleOf(sql`manuscript_version.manuscript_id`), 版本: version.number },
			...{ 原因: [version.reason, VERSION_REASONS], 时间: version.madeAt }
		}
	},
	...[ownComment('写的批注', comment.writtenBy), ownComment('处理过的批注', comment.resolvedBy)],
	{
		...{ title: '对提示的说明', from: confirmation, by: confirmation.confirmedBy, newest: confirmation.confirmedAt },
		show: {
			...{ 稿件: titleOf(sql`manuscript_confirmation.manuscript_id`), 提示: confirmation.kind },
			...{ 说明: confirmation.reason, 时间: confirmation.confirmedAt }
		}
	},
	{
		...{ title: '上传的图片', from: image, by: image.uploadedBy, newest: image.uploadedAt },
		show: { 说明: image.alt, 类型: image.mime, 宽: image.width, 高: image.height, 时间: image.uploadedAt }
	}
];
