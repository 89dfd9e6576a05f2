/** What a page gets back of a form that was refused. `about` = whom or what it was about. */
export type Refused = {
	readonly action: string;
	readonly values: Readonly<Record<string, string>>;
	readonly faults: Readonly<Record<string, string>>;
} | null;

const NOTHING = { values: {} as Readonly<Record<string, string>>, faults: {} as Readonly<Record<string, string>> };

/** The values and faults for one form of a page: those of another action, or about somebody else, are not for it. */
export function shownAgain(form: Refused | undefined, action: string, about?: { field: string; id: string }) {
	if (form?.action !== action || (about && form.values[about.field] !== about.id)) return NOTHING;
	return form;
}
