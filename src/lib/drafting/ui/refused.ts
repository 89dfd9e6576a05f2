/** What came back of a form that was refused: which one, what was typed, what is wrong with it. */
export type Refused =
	| {
			readonly action: string;
			readonly values: Readonly<Record<string, string>>;
			readonly faults: Readonly<Record<string, string>>;
	  }
	| null
	| undefined;
