import type { Block, Sheet } from '#lib/drafting/domain/paper.ts';
import { type Day, formatDay } from '#lib/shared/time.ts';
import type { Notice } from './step.ts';

export interface OfficialFacts {
	/** `2026年10月执法之星` */
	readonly honour: string;
	readonly bureau: string;
	readonly people: readonly Notice[];
	/** 人员, 单位 or 案例. */
	readonly what: string;
}

const called = ({ name, unitName }: Pick<Notice, 'name' | 'unitName'>) =>
	unitName === '' ? name : `${name}（${unitName}）`;

const paragraph = (text: string): Block => ({ kind: 'paragraph', text, field: null });
const frame = { kind: 'award', form: 'letter', to: null } as const;
const deedsOf = (people: readonly Notice[]): Block[] =>
	people.flatMap((one) => [{ kind: 'heading' as const, text: called(one) }, paragraph(one.deeds)]);

/** 公示稿: who is to get the honour, why, until when and how to object. */
export function noticeSheet(
	{ honour, bureau, people, what }: OfficialFacts,
	term: { readonly from: Day; readonly lastDay: Day; readonly explanation: string }
): Sheet {
	return {
		...frame,
		...{ title: `关于${honour}拟评选${what}的公示`, authority: bureau, number: null },
		blocks: [
			paragraph(`经推荐、资格审查和评审，拟评选以下${what}为${honour}，现予公示，接受监督。`),
			...deedsOf(people),
			{ kind: 'heading', text: '公示期限' },
			paragraph(`${formatDay(term.from)}至${formatDay(term.lastDay)}。${term.explanation}。`),
			{ kind: 'heading', text: '提出异议' },
			paragraph(
				'对公示对象有异议的，请在公示期内实名提出，写明事实、理由和证据。本局工作人员在平台的公示页面提出；其他人员书面送交本局督导。受理后由两名未参加评审的人员核实，核实期间该对象的公示期暂停；对提出人的身份保密。'
			)
		],
		closing: { authority: bureau, date: formatDay(term.from), isSealed: false }
	};
}

/** 决定: who has got it, with number, day and who signed. */
export function decisionSheet(
	{ honour, bureau, people }: OfficialFacts,
	decided: { readonly number: string; readonly on: Day; readonly signer: string }
): Sheet {
	const names = people.map(called).join('、');
	return {
		...frame,
		...{ title: `关于授予${honour}的决定`, authority: bureau, number: decided.number },
		blocks: [
			paragraph(`经推荐、资格审查、评审和公示，公示期满无异议或者异议不成立，决定授予${names}“${honour}”称号。`),
			...deedsOf(people),
			paragraph(`签批：${decided.signer}。`)
		],
		closing: { authority: bureau, date: formatDay(decided.on), isSealed: false }
	};
}

export const NUMBERS_OF = (year: string) => `评优〔${year}〕`;

/** `评优〔2026〕11号`, by the year and how many there were before. */
export const decisionNumber = (year: string, before: number) => `${NUMBERS_OF(year)}${before + 1}号`;
