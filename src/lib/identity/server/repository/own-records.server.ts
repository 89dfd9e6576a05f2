import { sql } from 'drizzle-orm';
import { factorReset, formerPassword, pendingSignIn, recoveryCode, secondFactor } from '#db/schema/identity-factors.ts';
import { person, roleGrant, session, signInThrottle } from '#db/schema/identity.ts';
import { personImport, personImportChange } from '#db/schema/identity-import.ts';
import { dutyRequest, personLeave, personMove, personStanding } from '#db/schema/identity-register.ts';
import type { OwnRecord } from '#lib/platform/own-records.server.ts';
import { REQUEST_KINDS, REQUEST_VERDICTS } from '../../domain/duty-request.ts';
import { LEAVE_KINDS } from '../../domain/leave.ts';
import { IMPORT_STATES } from '../../domain/import/import-states.ts';
import { ROLES } from '../../domain/roles.ts';
import { SIGN_IN_WAYS } from '../../domain/sign-in-ways.ts';

/** What this room knows of a person; never what opens an account: no hash of a password or a token. */
export const RECORDS: readonly OwnRecord[] = [
	{
		...{ title: '档案', from: person, by: person.id },
		show: {
			...{ 账号: person.account, 姓名: person.name },
			单位: sql<string>`(select u.name from unit u where u.id = person.unit_id)`,
			...{ 执法证号: person.certificateNumber, 执法证有效期至: person.certificateExpiresOn, 入册: person.joinedOn },
			...{ 须改密码: person.mustChangePassword, 停用时间: person.deactivatedAt, 建档时间: person.createdAt }
		}
	},
	{
		...{ title: '角色', from: roleGrant, by: roleGrant.personId, newest: roleGrant.grantedAt },
		show: {
			角色: [roleGrant.role, ROLES],
			单位: sql<string>`(select u.name from unit u where u.id = role_grant.unit_id)`,
			...{ 授予时间: roleGrant.grantedAt, 起: roleGrant.fromOn, 至: roleGrant.untilOn, 结束时间: roleGrant.endedAt },
			...{ 理由: roleGrant.reason, 结束的理由: roleGrant.endReason }
		}
	},
	{
		...{ title: '调动', from: personMove, by: personMove.personId, newest: personMove.movedOn },
		show: {
			原单位: sql<string>`(select u.name from unit u where u.id = person_move.from_unit_id)`,
			新单位: sql<string>`(select u.name from unit u where u.id = person_move.to_unit_id)`,
			...{ 调动日: personMove.movedOn, 理由: personMove.reason, 登记时间: personMove.recordedAt },
			...{ 生效时间: personMove.appliedAt, 撤销时间: personMove.cancelledAt }
		}
	},
	{
		...{ title: '离岗', from: personLeave, by: personLeave.personId, newest: personLeave.fromOn },
		show: {
			...{ 种类: [personLeave.kind, LEAVE_KINDS], 起: personLeave.fromOn, 至: personLeave.untilOn },
			...{ 登记时间: personLeave.recordedAt, 撤销时间: personLeave.cancelledAt }
		}
	},
	{
		...{ title: '账号的停用和恢复', from: personStanding, by: personStanding.personId, newest: personStanding.at },
		show: {
			变化: [personStanding.kind, { deactivated: '停用', reactivated: '恢复' }],
			...{ 理由: personStanding.reason, 时间: personStanding.at }
		}
	},
	{
		...{ title: '三员变更的申请', from: dutyRequest, by: dutyRequest.personId, newest: dutyRequest.requestedAt },
		show: {
			...{ 申请: [dutyRequest.kind, REQUEST_KINDS], 角色: [dutyRequest.role, ROLES], 理由: dutyRequest.reason },
			...{ 起: dutyRequest.fromOn, 至: dutyRequest.untilOn, 提出时间: dutyRequest.requestedAt },
			...{ 结果: [dutyRequest.verdict, REQUEST_VERDICTS], 决定时间: dutyRequest.decidedAt }
		}
	},
	{
		...{ title: '登录', from: session, by: session.personId, newest: session.createdAt },
		show: {
			...{ 设备: session.device, 地址: session.address, 登录时间: session.createdAt, 失效时间: session.expiresAt },
			方式: [session.openedBy, SIGN_IN_WAYS]
		}
	},
	{
		...{ title: '还差验证码的登录', from: pendingSignIn, by: pendingSignIn.personId, newest: pendingSignIn.createdAt },
		show: {
			...{ 设备: pendingSignIn.device, 地址: pendingSignIn.address },
			...{ 开始时间: pendingSignIn.createdAt, 失效时间: pendingSignIn.expiresAt },
			方式: [pendingSignIn.openedBy, SIGN_IN_WAYS]
		}
	},
	{
		...{ title: '动态口令', from: secondFactor, by: secondFactor.personId },
		show: { 生成时间: secondFactor.createdAt, 启用时间: secondFactor.confirmedAt }
	},
	{
		...{ title: '恢复码', from: recoveryCode, by: recoveryCode.personId },
		show: { 生成时间: recoveryCode.createdAt, 使用时间: recoveryCode.usedAt }
	},
	{
		...{ title: '动态口令的重置', from: factorReset, by: factorReset.personId, newest: factorReset.resetAt },
		show: { 重置时间: factorReset.resetAt, 理由: factorReset.reason, 知悉时间: factorReset.seenAt }
	},
	{
		...{ title: '用过的密码', from: formerPassword, by: formerPassword.personId, newest: formerPassword.replacedAt },
		show: { 更换时间: formerPassword.replacedAt }
	},
	{
		...{ title: '导入的人员名册', from: personImport, by: personImport.uploadedBy, newest: personImport.uploadedAt },
		show: {
			...{ 文件: personImport.name, 状态: [personImport.state, IMPORT_STATES] },
			...{ 上传时间: personImport.uploadedAt, 确认时间: personImport.finishedAt }
		}
	},
	{
		...{ title: '撤销的人员导入', from: personImport, by: personImport.undoneBy, newest: personImport.undoneAt },
		show: { 文件: personImport.name, 撤销时间: personImport.undoneAt }
	},
	{
		...{ title: '随名册导入的资料', from: personImportChange, by: personImportChange.personId },
		show: {
			文件: sql<string>`(select i.name from person_import i where i.id = person_import_change.import_id)`,
			...{ 行: personImportChange.row, 导入前: personImportChange.before, 导入后: personImportChange.after }
		}
	},
	{
		...{ title: '登录失败的计数', from: signInThrottle },
		// As `accountSubject` names it.
		of: (personId) => sql`subject = 'account:' || (
			select left(encode(sha256(convert_to(p.account, 'UTF8')), 'hex'), 32) from person p where p.id = ${personId})`,
		show: {
			...{ 连续失败: signInThrottle.failures, 最近一次: signInThrottle.lastFailureAt },
			等待至: signInThrottle.blockedUntil
		}
	}
];
