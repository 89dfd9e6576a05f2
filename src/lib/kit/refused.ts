/** What came back of a form that was refused: which one, what was typed, what is wrong with it. */
export type Refused =
	| {
			readonly action: string;
			readonly values: Readonly<Record<string, string>>;
			readonly faults: Readonly<Record<string, string>>;
	  }
	| null
	| undefined;

type Shown = Pick<NonNullable<Refused>, 'values' | 'faults'>;

/** Always the same, so that the answer to one form changes nothing in another that somebody is filling in. */
const NOTHING: Shown = { values: {}, faults: {} };

/**
 * What a form shows again. Of another form on the page, or of the same one about something else, it shows nothing.
 * @param about the field of the form that says what it is about, and what this one is about
 */
export function shownAgain(form: Refused, action: string, about?: { field: string; id: string }): Shown {
	const isThis = form?.action === action && (!about || form.values[about.field] === about.id);
	return isThis ? form : NOTHING;
}
