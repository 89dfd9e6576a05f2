/** The court roles of the two sides. Who attacks and who holds the ring (攻擂、守擂) is stored beside it, never instead of it. */
export const SIDES = { plaintiff: '原告', defendant: '被告' } as const;
export type Side = keyof typeof SIDES;

export const otherSide = (side: Side): Side => (side === 'plaintiff' ? 'defendant' : 'plaintiff');

export function isSide(text: string): text is Side {
	return Object.hasOwn(SIDES, text);
}
