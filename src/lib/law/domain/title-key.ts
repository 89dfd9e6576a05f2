/**
 * What titles are compared by: without 《》, 中华人民共和国 and blanks, brackets and digits in one width.
 * `《中华人民共和国安全生产法》` and `安全生产法` have one key; `刑法` and `刑法修正案（七）` have two.
 */
export function titleKey(title: string): string {
	return title.normalize('NFKC').replace(/[\s《》〈〉<>]|中华人民共和国/g, '');
}

/** What a page calls a law: 安全生产法 for 中华人民共和国安全生产法. */
export const shortTitle = (title: string) => title.replaceAll('中华人民共和国', '');
