import { mailOutbox, noticeChoice, noticeRead } from '#db/schema/notices.ts';
import type { OwnRecord } from '#lib/platform/own-records.server.ts';
import { LABELS } from '../../domain/kinds.ts';

export const RECORDS: readonly OwnRecord[] = [
	{
		...{ title: '已读的通知', from: noticeRead, by: noticeRead.personId, newest: noticeRead.readAt },
		show: { 通知: [noticeRead.kind, LABELS], 关于: noticeRead.about, 时间: noticeRead.readAt }
	},
	{
		...{ title: '通知设置', from: noticeChoice, by: noticeChoice.personId },
		show: {
			...{ 不要的通知: noticeChoice.off, 邮箱: noticeChoice.mailAddress, 收邮件: noticeChoice.wantsMail },
			...{ 邮件处理到: noticeChoice.mailedFor, 时间: noticeChoice.changedAt }
		}
	},
	{
		...{ title: '邮件', from: mailOutbox, by: mailOutbox.personId, newest: mailOutbox.madeAt },
		show: {
			...{ 日期: mailOutbox.day, 邮箱: mailOutbox.address, 标题: mailOutbox.subject, 正文: mailOutbox.body },
			...{ 写成: mailOutbox.madeAt, 发出: mailOutbox.sentAt, 放弃: mailOutbox.deadAt }
		}
	}
];
