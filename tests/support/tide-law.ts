import type { TextFile } from '#lib/platform/text-files.server.ts';

/** An invented law in the layout of the public collection, in two versions: the newer one has an article more and renumbers. */
const head = (dates: string) => `# 中华人民共和国潮汐站安全法\n\n${dates}\n\n<!-- INFO END -->\n`;

const AIM = '为了加强潮汐站的安全管理，防止和减少事故，制定本法。';
const LOGBOOK = '潮汐站应当建立值守台账，逐项登记涨落时间、闸门状态和值守人员。';
const DRILL = '潮汐站的负责人应当每季度组织一次闸门演练，并且记录演练的情况。';
const FINE = (amount: string) =>
	[
		`潮汐站有下列行为之一的，责令限期改正，处${amount}以下的罚款：`,
		'（一）未建立值守台账的；',
		'（二）未组织闸门演练，或者演练后有下列情形之一的：',
		'1.没有记录；',
		'2.记录与实际不符；',
		'（三）值守人员擅自离岗的。',
		'前款行为造成闸门失控的，并处停业整顿。'
	].join('\n\n');

export const TIDE_OLD_FILE = '社会法/潮汐站安全法(2015-03-01).md';
export const TIDE_OLD = `${head('2015年3月1日通过')}
## 第一章　总则

第一条　${AIM}

第二条　${LOGBOOK}

第三条　${DRILL}

## 第二章　法律责任

第四条　${FINE('一万元')}

第五条　本法自2015年7月1日起施行。
`;

export const TIDE_NEW_FILE = '社会法/潮汐站安全法(2024-06-01).md';
export const TIDE_NEW = `${head('2015年3月1日通过\n\n2024年6月1日修订')}
## 第一章　总则

第一条　${AIM}

第二条　潮汐站应当在显著位置公布当日的潮时，供渔民和游客查看。

第三条　${LOGBOOK}

第四条　${DRILL.replace('每季度', '每月')}

## 第二章　法律责任

第五条　${FINE('五万元')}

第五条之一　值守人员醉酒上岗的，处二千元以下的罚款。

第六条　本法自2024年9月1日起施行。

附件：闸门分级表

一级闸门
二级闸门
`;

/** Files as an import takes them, by their paths. */
export async function* textFiles(files: Readonly<Record<string, string>>): AsyncGenerator<TextFile> {
	for (const [path, text] of Object.entries(files)) yield { path, text };
}
