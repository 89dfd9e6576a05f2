/** Rooms as the auditor picks them: what stands before the dot of a use-case. */
export const ROOMS = {
	identity: '人员与登录',
	settings: '设置',
	audit: '审计',
	own: '本人的数据',
	platform: '备份与恢复',
	law: '法规',
	cases: '案例与点评',
	drills: '练兵',
	discretion: '裁量',
	drafting: '文书',
	studio: '教研',
	arena: '擂台',
	ranking: '榜单与评优',
	notices: '提醒'
} as const;
export type Room = keyof typeof ROOMS;

/** What was done, by the name that the log keeps. One without a label is shown by its name. */
const USE_CASES: Readonly<Record<string, string>> = {
	'identity.signIn': '登录',
	'identity.endOwnSession': '退出登录',
	'identity.endSessionsOf': '结束别人的登录',
	'identity.changeOwnPassword': '更换密码',
	'identity.addPerson': '添加人员',
	'identity.changePerson': '修改人员资料',
	'identity.deactivatePerson': '停用账号',
	'identity.reactivatePerson': '恢复账号',
	'identity.transferPerson': '调动',
	'identity.recordLeave': '登记休假',
	'identity.grantRoles': '授予或收回角色',
	'identity.requestDuty': '提出三员授予',
	'identity.confirmDuties': '确认或退回三员授予',
	'identity.addUnit': '添加单位',
	'identity.manageUnits': '调整单位',
	'identity.importPeople': '导入人员',
	'identity.undoPeopleImport': '撤销人员导入',
	'identity.exportPeople': '导出人员',
	'identity.issueFirstPasswords': '发放首次密码',
	'identity.manageOwnFactor': '设置动态口令',
	'identity.resetFactor': '解除别人的动态口令',
	'identity.readPerson': '查看人员资料',
	'settings.change': '修改设置',
	'settings.propose': '提出修改设置',
	'settings.confirmed': '确认设置',
	'settings.refused': '退回设置',
	'settings.withdrawn': '撤回设置',
	'settings.importCalendar': '导入节假日安排',
	'audit.readLog': '查看审计日志',
	'audit.export': '导出审计日志',
	'audit.verify': '核对审计日志',
	'audit.purge': '按期清除审计日志',
	'own.askCorrection': '请求更正',
	'own.withdrawCorrection': '撤回更正请求',
	'own.answerCorrection': '答复更正请求',
	'own.readCorrections': '查看更正请求',
	'own.chooseVisibility': '选择榜单上的姓名',
	'platform.backUp': '备份',
	'platform.restore': '恢复',
	'law.acceptUpload': '上传法律文本',
	'law.importTexts': '导入法律文本',
	'law.decideChange': '复核法律变动',
	'cases.planCommentary': '安排点评会',
	'cases.publishMinutes': '发布点评纪要',
	'cases.moderateComments': '处理评论',
	'cases.nominateCases': '推荐案例',
	'cases.scoreCases': '评案例',
	'discretion.readConsistencyNames': '查看谁的裁量偏离',
	'drafting.assignMarker': '分派阅卷',
	'drafting.recuseMarker': '阅卷回避',
	'drafting.recuseMarking': '阅卷回避',
	'drafting.giveMark': '评分',
	'drafting.raiseObjection': '提出评分异议',
	'drafting.answerObjection': '答复评分异议',
	'drafting.organisePanels': '组织评查',
	'drafting.ruleFindings': '裁定评查意见',
	'studio.startManuscript': '起草稿件',
	'studio.actOnManuscript': '办理稿件',
	'studio.commentManuscript': '批注稿件',
	'studio.resolveComment': '了结批注',
	'studio.confirmWarnings': '确认提示',
	'arena.organise': '组织庭审',
	'ranking.closeCycle': '月榜封账',
	'ranking.proposeRule': '提出月榜规则',
	'ranking.rule.confirmed': '确认月榜规则',
	'ranking.rule.refused': '退回月榜规则',
	'ranking.rule.withdrawn': '撤回月榜规则',
	'ranking.award.open': '启动评选',
	'ranking.assessment.report': '填报考核数据',
	'ranking.assessment.confirmed': '确认考核数据',
	'ranking.assessment.returned': '退回考核数据',
	'ranking.assessment.close': '考核定稿',
	'ranking.readSubjects': '查看别人的作答明细'
};

const roomOf = (useCase: string) => useCase.split('.')[0]!;
export const isRoom = (text: string): text is Room => Object.hasOwn(ROOMS, text);

/** `修改设置`; `评优：nominate` where only the room has a word. */
export function labelOf(useCase: string): string {
	const known = USE_CASES[useCase];
	if (known !== undefined) return known;
	const room = roomOf(useCase);
	return isRoom(room) ? `${ROOMS[room]}：${useCase.slice(room.length + 1)}` : useCase;
}

/** What a subject is, by the word before its colon. */
const SUBJECTS: Readonly<Record<string, string>> = {
	person: '人员',
	unit: '单位',
	account: '账号',
	setting: '设置',
	calendar: '节假日',
	correction: '更正请求',
	archive: '备份文件',
	award: '评选',
	assessment: '考核',
	cycle: '月份',
	rule: '规则',
	case: '案例',
	commentary: '点评会',
	comment: '评论',
	marking: '阅卷',
	objection: '评分异议',
	panel: '评查组',
	review: '复核',
	manuscript: '稿件',
	hearing: '庭审',
	'law-import': '法律文本导入',
	'person-import': '人员导入',
	audit: '审计日志'
};

/** A subject in words: kind, and what is left to say which; ids are cut to what can be told apart. */
export function subjectOf(subject: string): { readonly kind: string; readonly rest: string } {
	const at = subject.indexOf(':');
	const kind = at === -1 ? subject : subject.slice(0, at);
	return { kind: SUBJECTS[kind] ?? kind, rest: at === -1 ? '' : subject.slice(at + 1) };
}
