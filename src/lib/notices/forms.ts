import * as v from 'valibot';
import { type NoticeKind, isNoticeKind } from './domain/kinds.ts';

const MOST_ADDRESS = 254;
const ADDRESS = v.pipe(v.string(), v.email());

const kinds = v.pipe(
	v.array(v.string()),
	v.transform((all) => all.filter(isNoticeKind) as readonly NoticeKind[])
);

/** The switches: every kind that was offered, and of them those that are on. */
export const choiceForm = v.object({
	offered: kinds,
	on: kinds,
	wantsMail: v.boolean(),
	mailAddress: v.pipe(
		v.string(),
		v.trim(),
		v.maxLength(MOST_ADDRESS, `不超过 ${MOST_ADDRESS} 个字符`),
		v.check((text) => text === '' || v.is(ADDRESS, text), '写成 name@example.gov.cn 这样的邮箱地址')
	)
});
export type ChoiceInput = v.InferOutput<typeof choiceForm>;

/** The form as it came in; a box that is not ticked does not come at all. */
export function readChoiceForm(data: FormData) {
	const texts = (name: string) => data.getAll(name).filter((one) => typeof one === 'string');
	const [mailAddress = ''] = texts('mailAddress');
	const raw = { offered: texts('offered'), on: texts('on'), wantsMail: data.has('wantsMail'), mailAddress };
	const read = v.safeParse(choiceForm, raw);
	if (read.success) return { ok: true, value: read.output } as const;
	const faults = Object.fromEntries(read.issues.map((issue) => [v.getDotPath(issue) ?? 'form', issue.message]));
	return { ok: false, faults, values: { on: raw.on, wantsMail: raw.wantsMail, mailAddress } } as const;
}
