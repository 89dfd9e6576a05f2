/** How the fields of a sheet and of a task are called in a form: `level.facts`, `comment.f.reasons`, `points.ORD-03`. */
export const PREFIXES = { level: 'level.', comment: 'comment.', points: 'points.' } as const;

export const levelName = (criterion: string) => `${PREFIXES.level}${criterion}`;
export const commentName = (path: string) => `${PREFIXES.comment}${path}`;
export const pointsName = (rule: string) => `${PREFIXES.points}${rule}`;
