import { type Day, isDay } from '#lib/shared/time.ts';
import type { LawKind } from './law-kinds.ts';

/** Folders of the collection and the kind of what lies in them. */
const FOLDERS: Readonly<Record<string, LawKind>> = {
	宪法: 'constitution',
	宪法相关法: 'law',
	民法典: 'law',
	民法商法: 'law',
	行政法: 'law',
	经济法: 'law',
	社会法: 'law',
	刑法: 'law',
	诉讼与非诉讼程序法: 'law',
	法律: 'law',
	行政法规: 'regulation',
	司法解释: 'interpretation',
	部门规章: 'rule',
	其他: 'other'
};

/** Kind by the folder; in an unknown folder by the title, and null when that tells nothing either. */
export function kindOf(path: string, title: string): LawKind | null {
	const folder = path.split('/').findLast((segment) => Object.hasOwn(FOLDERS, segment));
	if (folder !== undefined) return FOLDERS[folder]!;
	if (/^最高人民(法院|检察院)/.test(title)) return 'interpretation';
	if (/^中华人民共和国.*法(?:（试行）)?$/.test(title)) return 'law';
	if (/条例(?:实施细则)?(?:（试行）)?$/.test(title)) return 'regulation';
	return null;
}

/** The name a text keeps wherever it is imported from: its path from the known folder on, else its last folder and name. */
export function sourceOf(path: string): string {
	const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
	const known = segments.findLastIndex((segment) => Object.hasOwn(FOLDERS, segment));
	return segments.slice(known >= 0 ? known : -2).join('/');
}

/** The date in a file's name, `安全生产法(2021-06-10).md`; null = none. */
export function dayOfName(path: string): Day | null {
	const day = /[(（](\d{4}-\d{2}-\d{2})[)）]\.md$/i.exec(path)?.[1];
	return day !== undefined && isDay(day) ? day : null;
}

/** Why a file is no law text, from its path alone; null = it may be one. */
export function whyNoText(path: string): string | null {
	const name = path.slice(path.lastIndexOf('/') + 1);
	if (!/\.md$/i.test(name)) return '不是 .md 文件';
	if (/^_index|^readme/i.test(name)) return '目录说明文件，不是法律文本';
	return /模[版板]\.md$/i.test(name) ? '格式模版，不是法律文本' : null;
}
