/**
 * A sentence that nobody wrote but us, and what must be found in it: `安全生产法 97/1:3.2` = 第九十七条第一款第（三）项第2目,
 * `刑法 134-1` = 第一百三十四条之一, several with `; `, nothing with an empty text. The title is the key of the law as named.
 */
export type Example = readonly [text: string, found: string];
