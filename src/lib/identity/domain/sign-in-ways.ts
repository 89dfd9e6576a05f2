/** The first step of a sign-in. */
export const SIGN_IN_WAYS = { password: '密码', provider: '统一身份认证' } as const;
export type SignInWay = keyof typeof SIGN_IN_WAYS;
