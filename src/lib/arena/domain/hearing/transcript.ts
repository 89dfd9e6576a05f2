import { JUDGMENTS, conditionsOf, isJudgmentKind } from '../ballot/judgment.ts';
import { formatReference } from '#lib/shared/citation.ts';
import { AREAS } from '#lib/shared/piece.ts';
import { clockOf, dayOf, formatDay } from '#lib/shared/time.ts';
import { LINE_KINDS } from './act.ts';
import type { HearingFrame } from './case-file.ts';
import { PROPERTIES, RULINGS } from './evidence.ts';
import { type Hearing, seatById } from './hearing.ts';
import { GROUNDS } from './objection.ts';
import { roleName, stageById } from './procedure.ts';
import { PRESENCES } from './role.ts';

/** One paragraph of the record: a heading, or text. */
export interface RecordPart {
	readonly kind: 'heading' | 'text';
	readonly text: string;
}

const heading = (text: string): RecordPart => ({ kind: 'heading', text });
const text = (line: string): RecordPart => ({ kind: 'text', text: line });

/** 庭审笔录 in its order: attendance, what was said and objected to stage by stage, issues, evidence, judgment. */
export function writeRecord(hearing: Hearing, frame: HearingFrame): RecordPart[] {
	return [
		...attendanceOf(hearing, frame),
		...spoken(hearing, frame),
		...issuesOf(hearing),
		...evidenceOf(hearing, frame),
		...judged(hearing)
	];
}

function attendanceOf({ course }: Hearing, { procedure, file }: HearingFrame): RecordPart[] {
	const opened =
		course.openedAt === null
			? '还没有开庭'
			: `${formatDay(dayOf(new Date(course.openedAt)))} ${clockOf(new Date(course.openedAt))}`;
	const seats = course.seats.map(({ role, name, presence }) =>
		text(`${roleName(procedure, role)}：${name}（${PRESENCES[presence]}）`)
	);
	return [
		text(`案卷：${file.title}`),
		text(`程序：${procedure.title}`),
		text(`开庭：${opened}`),
		heading('到庭情况'),
		...seats
	];
}

function spoken(hearing: Hearing, { procedure }: HearingFrame): RecordPart[] {
	const nameOf = (id: string) => {
		const seat = seatById(hearing, id);
		return seat ? `${roleName(procedure, seat.role)}${seat.name}` : id;
	};
	const lines = hearing.court.lines.map((line) => ({
		...{ id: line.id, stage: line.stage },
		text: `${clockOf(new Date(line.at))}　${nameOf(line.seatId)}（${LINE_KINDS[line.kind]}）：${line.text}${tagsOf(line)}`
	}));
	const objections = hearing.court.objections.map(({ id, by, against, ground, sustained, reason }) => ({
		...{ id, stage: null },
		text: `${nameOf(by)}对${nameOf(against)}提出反对（${GROUNDS[ground].label}）。${ruledAs(sustained)}${reason}`
	}));
	let stage = '';
	return [...lines, ...objections]
		.sort((left, right) => left.id - right.id)
		.flatMap((one) => {
			const isNew = one.stage !== null && one.stage !== stage;
			if (isNew) stage = one.stage;
			return [...(isNew ? [heading(stageById(procedure, stage)?.name ?? stage)] : []), text(one.text)];
		});
}

const ruledAs = (sustained: boolean | null) =>
	sustained === null ? '没有裁定。' : sustained ? '反对有效。' : '反对无效。';

function tagsOf({ citations }: Hearing['court']['lines'][number]): string {
	return citations.length === 0 ? '' : `〔引用 ${citations.map((one) => formatReference(one)).join('、')}〕`;
}

function issuesOf({ court }: Hearing): RecordPart[] {
	if (court.issues.length === 0) return [];
	return [
		heading('争议焦点'),
		...court.issues.map(({ area, point, text: said }) => text(`${point} ${AREAS[area]}：${said}`))
	];
}

function evidenceOf({ court }: Hearing, { procedure }: HearingFrame): RecordPart[] {
	const shown = Object.values(court.exhibits).filter(({ offered }) => offered !== null);
	if (shown.length === 0) return [];
	const parts = shown.flatMap(({ offered, oppositions, answers, ruling }) => {
		const { side, number, title, proves } = offered!;
		return [
			text(`${roleName(procedure, side)}证据${number} ${title}。证明：${proves}`),
			...oppositions.map(({ party, properties, text: said }) => {
				const against =
					properties.length === 0 ? '没有异议' : `对${properties.map((one) => PROPERTIES[one]).join('、')}有异议`;
				return text(`　${roleName(procedure, party)}质证：${against}。${said}`);
			}),
			...answers.map(({ party, text: said }) => text(`　${roleName(procedure, party)}回应：${said}`)),
			text(ruling ? `　认证：${RULINGS[ruling.ruling]}。${ruling.reason}` : '　没有认证。')
		];
	});
	return [heading('证据'), ...parts];
}

const nameOfJudgment = (kind: string): string => (isJudgmentKind(kind) ? `：${JUDGMENTS[kind].name}` : '');

function judged({ court, course }: Hearing): RecordPart[] {
	const judgment = court.judgment
		? [
				heading(`裁判结果${nameOfJudgment(court.judgment.judgment)}`),
				text(court.judgment.text),
				...conditionsOf(court.judgment.ticked).map((one) => text(`成立的条件：${one}`)),
				text(`理由：${court.judgment.reasons}`)
			]
		: [];
	const result = course.published ? [heading('成绩'), text(course.published.text)] : [];
	return [...judgment, ...result];
}
