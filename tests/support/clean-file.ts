/**
 * A case file of invented people that holds every kind of document and breaks no rule, for tests that break one. The kinds
 * are never together in life (nobody gets a summary penalty and an ordinary one), but no rule forbids it.
 */
const PARTY = '青岚区白渡镇恒舟木业有限公司';
const AUTHORITY = '青岚区应急管理局';
const CASE_NAME = `${PARTY}未对新工培训案`;
const DECISION_NO = '（青）应急罚〔2026〕12号';
const BASIS = 'aqscf-97-first';
const FINE = 35_000;

const officers = [
	{ name: '许知行', cert_no: 'QL2026001' },
	{ name: '江晚舟', cert_no: 'QL2026002' }
];
const names = officers.map(({ name }) => name);
const remedies = {
	reconsideration_authority: '青岚区人民政府',
	reconsideration_days: 60,
	court: '青岚区人民法院',
	litigation_months: 6
};
const contact = { address: '青岚区政和路8号', person: '许知行', phone: '0555-0100200' };
const citation = [{ law: '安全生产法', article: '97', paragraph: '1', item: '3' }];
const signed = { name: '周恒舟', title: '总经理', signed_on: '2026-06-10' };
const number = (word: string) => `（青）应急${word}〔2026〕12号`;

export const CLEAN_CASE = {
	party: { name: PARTY, type: 'unit', uscc: '91370000MA3CQL2026', address: '白渡镇工业路3号', legal_rep: '周恒舟' },
	authority: { name: AUTHORITY, government: '青岚区人民政府' },
	officers,
	...{ hazard_level: 'major', safety_not_ensured: true, life_safety_harm: false, dual_penalty_required: true },
	...{ urgent_before_filing: false, case_extension_approved: false, party_made_statement: true },
	...{ statement_waived: false, hearing_waived: false, legal_review_required: true, collective_required: true },
	other_interviews: [{ start_at: '2026-06-16T10:00', end_at: '2026-06-16T11:00', cert_nos: ['QL2026001'] }],
	...{ published_on: '2026-08-10', crime_suspected: false, catalogue: true },
	...{ archived_on: '2027-03-15', audio_visual_index: true }
};

const BEFORE_FILING = {
	'onsite-inspection-plan': {
		...{ doc_no: number('检方'), authority: AUTHORITY, source: 'double-random', inspected_unit: PARTY },
		...{ unit_address: '白渡镇工业路3号', inspect_start: '2026-06-10', inspect_end: '2026-06-10', officers },
		...{ items: ['教育培训', '除尘系统'], method: 'on-site', approver_name: '顾晓棠', approved_on: '2026-06-08' }
	},
	'onsite-inspection-record': {
		...{ doc_no: number('现记'), inspected_unit: PARTY, legal_rep: '周恒舟', site: '打磨车间' },
		...{ start_at: '2026-06-10T09:30', end_at: '2026-06-10T11:00', officers, certs_shown: true, recusal_told: true },
		findings: [
			{ no: '1', location: '打磨车间东侧', fact: '除尘管道积尘厚度3毫米' },
			{ no: '2', location: '人事办公室', fact: '6名新工没有培训记录' }
		],
		findings_text: '打磨车间东侧除尘管道积尘厚度3毫米；6名新工没有培训记录。',
		...{ officer_signs: names, party_sign: signed }
	},
	'rectification-order': {
		...{ doc_no: number('责改'), inspected_unit: PARTY, due_on: '2026-06-24', issued_on: '2026-06-10', remedies },
		problems: [
			{ no: '1', fact: '除尘管道积尘', citation: '安全生产法第三十六条第二款' },
			{ no: '2', fact: '新工未培训', citation: '安全生产法第二十八条第一款' }
		],
		...{ officers, officer_signs: names, party_sign: signed, measure_ref: number('现决'), seal: true }
	},
	'rectification-review': {
		...{ doc_no: number('复查'), unit: PARTY, order_no: number('责改'), order_due_on: '2026-06-24' },
		...{ reviewed_on: '2026-06-24', early_application: false, overall: 'all-done', officers, party_sign: signed },
		results: [
			{ no: '1', result: 'done' },
			{ no: '2', result: 'done' }
		]
	},
	'onsite-measure-decision': {
		...{ doc_no: number('现决'), unit: PARTY, hazards: [{ no: '1', fact: '除尘管道积尘' }] },
		legal_basis: [{ law: '中华人民共和国安全生产法', article: '第六十五条', paragraph: '1', item: '3' }],
		...{ measures: ['evacuate', 'stop-equipment'], resume_clause: true, issued_on: '2026-06-10', remedies },
		...{ officers, party_sign: signed, seal: true }
	}
};

const INVESTIGATION = {
	'case-filing-approval': {
		...{ doc_no: number('立'), case_name: CASE_NAME, source: 'inspection', violation_ended_on: '2026-06-10' },
		...{ discovered_on: '2026-06-10', place_in_jurisdiction: true, facts: '6名新工没有培训' },
		party: { name: PARTY, type: 'unit', address: '白渡镇工业路3号', legal_rep: '周恒舟', uscc: '91370000MA3CQL2026' },
		suspected_citation: [{ law: '安全生产法', article: '28', paragraph: '1' }],
		...{ handlers: officers, handler_signed_on: '2026-06-11', reviewed_on: '2026-06-12' },
		...{ approver_name: '顾晓棠', approved_on: '2026-06-15' }
	},
	'interview-record': {
		...{ interview_no: 1, start_at: '2026-06-16T09:00', end_at: '2026-06-16T10:00', place: '询问室' },
		interviewee: {
			name: '周恒舟',
			gender: '男',
			age: 46,
			id_no: '37010219800101123X',
			employer: PARTY,
			title: '总经理'
		},
		...{ interviewers: officers, recorder: '江晚舟', certs_shown: true, recusal_asked: true, duty_told: true },
		...{ qa_text: '问：新工是否培训？答：没有。', page_count: 3, page_signs: 3 },
		final_statement: '以上笔录我看过，与我所说相符。',
		...{ interviewee_sign: { name: '周恒舟', signed_on: '2026-06-16' }, interviewer_signs: names }
	},
	'evidence-preservation-notice': {
		...{ doc_no: number('先登'), party_name: PARTY, reason: '培训台账可能灭失', approved_by: '顾晓棠' },
		...{ approved_on: '2026-06-16', registered_on: '2026-06-16', custody: 'removed', due_on: '2026-06-24' },
		items: [{ name: '培训台账', spec: 'A4', qty: '1', unit: '册' }],
		...{ disposed_on: '2026-06-25', disposal: 'return', officers, party_sign: { name: '周恒舟' } }
	},
	'seizure-decision': {
		...{ doc_no: number('查扣'), party_name: PARTY, party_address: '白渡镇工业路3号', reason: '设备存在重大隐患' },
		legal_basis: [{ law: '安全生产法', article: '65', paragraph: '1', item: '4', level: 'law' }],
		...{ start_on: '2026-06-16', end_on: '2026-07-16', extension_end_on: '2026-08-15', extension_reason: '隐患未消除' },
		...{ objects: [{ name: '打磨机', qty: '2' }], objects_related: true, inventory_copies: 2, urgent: false },
		...{ executed_at: '2026-06-16T14:00', approved_by: '顾晓棠', approved_at: '2026-06-16T11:00', officers },
		...{ certs_shown: true, statement_heard: true, site_record: true, remedies, seal: true }
	},
	'investigation-report': {
		...{ doc_no: number('调'), case_name: CASE_NAME, facts: '6名新工没有培训', law_violated: citation },
		evidence: [
			{ no: '1', type: 'inspection-record', proves: '没有培训记录', obtained_on: '2026-06-10' },
			{ no: '2', type: 'party-statement', proves: '承认没有培训', obtained_on: '2026-06-16' }
		],
		...{ penalty_basis: citation, penalty_basis_id: BASIS, mitigated_below: false, party_type: 'unit' },
		discretion_factors: [{ factor: '6人未培训', evidence_no: ['1', '2'] }],
		...{ proposed_fine: FINE, rectification_status: '已整改', person_case_ref: number('另') },
		...{ handlers: officers, closed_on: '2026-07-06' }
	}
};

const DECISION = {
	'penalty-notice': {
		...{ doc_no: number('告'), party_name: PARTY, party_type: 'unit', facts: '6名新工没有培训' },
		...{ evidence_summary: '现场检查记录、询问笔录', law_violated: citation, penalty_basis: citation },
		...{ penalty_basis_id: BASIS, mitigated_below: false, penalty_kinds: ['fine'], proposed_fine: FINE },
		...{ statement_right: true, statement_days: 3, hearing_right: false, contact },
		...{ issued_on: '2026-07-08', served_on: '2026-07-09', seal: true }
	},
	'hearing-notice': {
		...{ doc_no: number('听告'), party_name: PARTY, facts: '6名新工没有培训', evidence_summary: '现场检查记录' },
		...{ penalty_basis: citation, penalty_basis_id: BASIS, proposed_fine: FINE, hearing_ground: 'large-fine' },
		...{ request_days: 5, fee_required: false, contact, issued_on: '2026-07-08', served_on: '2026-07-09' },
		...{ hearing_notified_on: '2026-07-15', hearing_on: '2026-07-27', host: '沈知微', investigators: names, seal: true }
	},
	'legal-review-opinion': {
		...{ doc_no: number('法审'), case_name: CASE_NAME, internal_review_passed_on: '2026-07-28' },
		...{ submitted_on: '2026-07-29', reviewer: { name: '沈知微', first_time: false }, handlers: names },
		items: [
			'authority',
			'jurisdiction',
			'procedure',
			'facts-evidence',
			'law-application',
			'discretion',
			'document-form'
		],
		...{ conclusion: 'agree', signed_on: '2026-07-30' }
	},
	'collective-discussion-record': {
		...{ doc_no: number('集讨'), case_name: CASE_NAME, start_at: '2026-08-03T09:00', end_at: '2026-08-03T10:00' },
		...{ place: '三楼会议室', host: { name: '顾晓棠', title: '局长' }, host_is_head: true, reporter: names },
		recorder: '方砚秋',
		attendees: ['顾晓棠', '梁若川', '沈知微'].map((name) => ({ name, title: '局领导' })),
		opinions: ['顾晓棠', '梁若川', '沈知微'].map((name) => ({ name, opinion: '同意' })),
		...{ discretion_reason: '6人未培训，已整改，一般阶次', conclusion: '罚款3.5万元', conclusion_fine: FINE },
		attendee_signs: ['顾晓棠', '梁若川', '沈知微']
	},
	'penalty-decision': {
		...{ doc_no: DECISION_NO, party_name: PARTY, party_type: 'unit', party_id: '91370000MA3CQL2026' },
		...{ party_address: '白渡镇工业路3号', legal_rep: '周恒舟', facts: '6名新工没有培训' },
		...{ evidence_list: ['现场检查记录', '询问笔录'], law_violated: citation, penalty_basis: citation },
		...{ penalty_basis_id: BASIS, mitigated_below: false, discretion_reason: '一般阶次', correct_order: '立即培训' },
		...{ statement_response: '请求从轻，未采纳', penalty_text: '罚款人民币3.5万元', fine: FINE },
		...{ fine_upper: '叁万伍仟元整', pay_days: 15, pay_to: '青岚银行白渡支行', late_fee_notice: true, remedies },
		...{ authority: AUTHORITY, decided_on: '2026-08-05', seal: true }
	},
	'summary-penalty-decision': {
		...{ doc_no: 'QL-0001', party_name: PARTY, party_type: 'unit', facts: '安全警示标志缺失', penalty_basis: citation },
		...{ penalty_kind: 'fine', fine: 1000, made_at: '2026-06-10T11:10', place: '打磨车间', certs_shown: true },
		...{ statement_heard: true, handed_over: true, officers, officer_signs: names, party_sign: { name: '周恒舟' } },
		...{ payment_mode: 'bank', reported_on: '2026-06-11' },
		remedies: { reconsideration_first: true, reconsideration_authority: '青岚区人民政府', reconsideration_days: 60 }
	}
};

const AFTER_DECISION = {
	'service-receipt': {
		...{ case_name: CASE_NAME, doc_type: 'penalty-decision', doc_no: DECISION_NO, recipient: PARTY },
		...{ place: '白渡镇工业路3号', method: 'direct', served_on: '2026-08-07', servers: names },
		receiver: { name: '周恒舟', relation: 'legal-rep' }
	},
	'demand-letter': {
		...{ doc_no: number('催'), party_name: PARTY, decision_no: DECISION_NO, decision_served_on: '2026-08-07' },
		...{ purpose: 'court-application', issued_on: '2026-09-04', perform_days: 10, perform_method: '缴至指定银行' },
		...{ principal: FINE, late_fine: 10_500, total: 45_500, statement_right: true, seal: true }
	},
	'late-payment-fine-decision': {
		...{ doc_no: number('加罚'), party_name: PARTY, decision_no: DECISION_NO, principal: FINE, due_on: '2026-08-24' },
		...{ as_of: '2026-09-03', days_suspended: 0, late_fine: 10_500, remedies, issued_on: '2026-09-03', seal: true }
	},
	'enforcement-application': {
		...{ doc_no: number('强执'), court: '青岚区人民法院', authority: AUTHORITY, respondent: PARTY },
		...{ decision_no: DECISION_NO, remedy_expired_on: '2027-02-08', demand_served_on: '2026-09-04' },
		...{ applied_on: '2027-03-01', head_signed: true, seal: true },
		attachments: ['application', 'decision-with-facts-and-basis', 'party-opinion-and-demand', 'enforcement-target']
	},
	'case-closure-approval': {
		...{ doc_no: number('结'), case_name: CASE_NAME, party_name: PARTY, result: '罚款3.5万元', fine: FINE },
		...{ execution: 'court-enforced', paid_amount: 70_000, paid_on: '2027-03-05', receipt_no: 'Z0001' },
		...{ rectified_on: '2026-06-24', handlers: officers, handler_signed_on: '2027-03-08', reviewed_on: '2027-03-09' },
		...{ approver_name: '顾晓棠', approved_on: '2027-03-10' }
	},
	'credit-repair-notice': {
		...{ doc_no: number('信修'), party_name: PARTY, decision_no: DECISION_NO, served_on: '2026-08-07' },
		...{ decision_served_on: '2026-08-07', tier: 'general', min_publish_months: 3, max_publish_months: 12 },
		conditions: ['min-period-reached', 'violation-corrected', 'obligations-performed', 'public-commitment'],
		...{ channel: '“信用中国”网站', contact: { person: '许知行', phone: '0555-0100200' } }
	}
};

export const CLEAN_DOCUMENTS = { ...BEFORE_FILING, ...INVESTIGATION, ...DECISION, ...AFTER_DECISION };
