/** What an endpoint answers to a form that was posted by `Sending.post`: just one of the three. */
export interface Posted<Data> {
	readonly data?: Data;
	/** Why it was not taken, for the field; status 400. */
	readonly fault?: string;
	/** Where to go on instead, with everything kept; status 401. */
	readonly location?: string;
}
