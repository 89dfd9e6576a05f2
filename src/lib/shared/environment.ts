import * as v from 'valibot';

const flag = (preset: boolean) =>
	v.pipe(
		v.optional(v.picklist(['0', '1', '']), preset ? '1' : '0'),
		v.transform((text) => text === '1')
	);

/** On this machine an issuer may speak plain http, as tests do; on any other, tokens would travel open. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an issuer is on this machine: the only one that may be asked without TLS. */
export function isLoopback(issuer: URL): boolean {
	return issuer.protocol === 'http:' && LOOPBACK.has(issuer.hostname);
}

function isIssuer(text: string): boolean {
	return URL.canParse(text) && (new URL(text).protocol === 'https:' || isLoopback(new URL(text)));
}

/**
 * Every environment variable that Leitai reads, validated once per process.
 * Read by `src/env.ts` (the application) and by the command line; the configuration table of the README lists the same names.
 */
export const ENVIRONMENT = {
	HOST: v.optional(v.string(), '127.0.0.1'),
	PORT: v.pipe(v.optional(v.string(), '3000'), v.regex(/^\d{1,5}$/, 'PORT 应为 0–65535 的整数'), v.transform(Number)),
	/** A PostgreSQL address; empty = the embedded server. */
	DATABASE_URL: v.optional(v.string(), ''),
	/** Connections per application node. */
	DATABASE_POOL: v.pipe(
		v.optional(v.string(), '10'),
		v.regex(/^([2-9]|[1-9]\d{1,2})$/, 'DATABASE_POOL 应为 2–999 的整数'),
		v.transform(Number)
	),
	/** Folder of the embedded server; empty = `.data` in the checkout (see decision 0001 for root). */
	LEITAI_DATA: v.optional(v.string(), ''),
	/** 1 = create demo people also on an external database. */
	LEITAI_DEMO: flag(false),
	/** Local time (Asia/Shanghai) at which the clock starts, `2026-11-20T09:00`; only with demo data or in tests. */
	LEITAI_CLOCK: v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?)?$/, 'LEITAI_CLOCK 的写法是 2026-11-20T09:00')
	),
	/** 1 = serve the empty page that `npm run bench` compares with. */
	LEITAI_BENCH: flag(false),
	/** 1 = believe x-forwarded-for, -proto and -host of the proxy in front. */
	TRUST_PROXY: flag(false),
	/** 1 = figures for Prometheus under /metrics. */
	LEITAI_METRICS: flag(false),
	/** What whoever reads them must send as `Authorization: Bearer …`; empty = only this machine may read them. */
	LEITAI_METRICS_TOKEN: v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^([\x21-\x7e]{16,})?$/, 'LEITAI_METRICS_TOKEN 至少 16 个字符，不含空格和汉字')
	),
	/** Where mail goes out, `smtp://user:password@mail.example:587` or `smtps://…:465`; empty = no mail. */
	SMTP_URL: v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^(smtps?:\/\/[^\s/?#]+.*)?$/, 'SMTP_URL 的写法是 smtp://账号:密码@邮件服务器:587，或者 smtps://…:465')
	),
	/** The sender, `擂台 <leitai@example.gov.cn>`; needed where SMTP_URL is set. */
	MAIL_FROM: v.optional(v.string(), ''),
	/** Random text with which keys of authenticator programs are sealed in the database; empty = they lie open there. */
	LEITAI_SECRET_KEY: v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^(.{32,})?$/, 'LEITAI_SECRET_KEY 至少 32 个随机字符，例如 openssl rand -base64 32 的输出')
	),
	/** An OpenID Connect provider by which people may sign in besides; empty = none. */
	LEITAI_OIDC_ISSUER: v.pipe(
		v.optional(v.string(), ''),
		v.check(
			(issuer) => issuer === '' || isIssuer(issuer),
			'LEITAI_OIDC_ISSUER 应为 https 网址，只有本机上的可以用 http'
		)
	),
	LEITAI_OIDC_CLIENT_ID: v.optional(v.string(), ''),
	LEITAI_OIDC_CLIENT_SECRET: v.optional(v.string(), ''),
	/** What the button of the sign-in page says. */
	LEITAI_OIDC_LABEL: v.pipe(
		v.optional(v.string(), ''),
		v.transform((label) => label || '统一身份认证登录')
	),
	/** The claim that holds the account; people must not be able to change it themselves. */
	LEITAI_OIDC_CLAIM: v.optional(v.string(), 'preferred_username'),
	LOG_LEVEL: v.optional(v.picklist(['silent', 'error', 'warn', 'info', 'debug']), 'info')
} as const;

const environmentSchema = v.pipe(
	v.object(ENVIRONMENT),
	v.forward(
		v.partialCheck(
			[['SMTP_URL'], ['MAIL_FROM']],
			({ SMTP_URL, MAIL_FROM }) => SMTP_URL === '' || MAIL_FROM !== '',
			'要发邮件（SMTP_URL）就写明发件人，如 擂台 <leitai@example.gov.cn>'
		),
		['MAIL_FROM']
	)
);
export type Environment = v.InferOutput<typeof environmentSchema>;

/** Reads and validates `source` (usually `process.env`); throws one error that names every wrong variable. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
	const known = Object.fromEntries(Object.keys(ENVIRONMENT).map((key) => [key, source[key]]));
	const result = v.safeParse(environmentSchema, known);
	if (result.success) return result.output;
	const faults = result.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
	throw new Error(`环境变量有误：\n${faults.join('\n')}`);
}
