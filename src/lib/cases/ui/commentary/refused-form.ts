/** What came back of a form that was refused: which one, what was typed, what is wrong with it. */
export type RefusedForm =
	| {
			readonly action: string;
			readonly values: Readonly<Record<string, string>>;
			readonly faults: Readonly<Record<string, string>>;
	  }
	| null
	| undefined;

/** What a form shows again; of another form on the page, or of the same one about something else, it shows nothing. */
export function ofForm(form: RefusedForm, action: string, field?: string, value?: string) {
	const isThis = form?.action === action && (field === undefined || form.values[field] === value);
	return isThis ? form : { values: {} as Record<string, string>, faults: {} as Record<string, string> };
}
