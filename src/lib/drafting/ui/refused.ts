/** What came back of a form that was refused: which one, what was typed, what is wrong with it. */
export type Refused =
	| {
			readonly action: string;
			readonly values: Readonly<Record<string, string>>;
			readonly faults: Readonly<Record<string, string>>;
	  }
	| null
	| undefined;

/** What a form shows again: of another form on the page that was refused it shows nothing. */
export function shownAgain(form: Refused, action: string): Pick<NonNullable<Refused>, 'values' | 'faults'> {
	return form?.action === action ? form : { values: {}, faults: {} };
}
