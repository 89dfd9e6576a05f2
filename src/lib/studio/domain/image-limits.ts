/** What pictures may be. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

export const MOST_IMAGE_BYTES = 2 * 1024 * 1024;
/** Longest side: what no screen shows only costs memory. */
export const MOST_IMAGE_SIDE = 6_000;
export const MOST_IMAGE_PIXELS = 24_000_000;
