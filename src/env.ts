import { defineEnvVars } from '@sveltejs/kit/env';
import { ENVIRONMENT } from '#lib/shared/environment.ts';

/** What the application reads from the environment when it starts; the schemas live in one place for app and command line. */
export const variables = defineEnvVars({
	DATABASE_URL: { schema: ENVIRONMENT.DATABASE_URL },
	DATABASE_POOL: { schema: ENVIRONMENT.DATABASE_POOL },
	LEITAI_DATA: { schema: ENVIRONMENT.LEITAI_DATA },
	LEITAI_DEMO: { schema: ENVIRONMENT.LEITAI_DEMO },
	LEITAI_CLOCK: { schema: ENVIRONMENT.LEITAI_CLOCK },
	LEITAI_BENCH: { schema: ENVIRONMENT.LEITAI_BENCH },
	SMTP_URL: { schema: ENVIRONMENT.SMTP_URL },
	MAIL_FROM: { schema: ENVIRONMENT.MAIL_FROM },
	LEITAI_SECRET_KEY: { schema: ENVIRONMENT.LEITAI_SECRET_KEY },
	LEITAI_OIDC_ISSUER: { schema: ENVIRONMENT.LEITAI_OIDC_ISSUER },
	LEITAI_OIDC_CLIENT_ID: { schema: ENVIRONMENT.LEITAI_OIDC_CLIENT_ID },
	LEITAI_OIDC_CLIENT_SECRET: { schema: ENVIRONMENT.LEITAI_OIDC_CLIENT_SECRET },
	LEITAI_OIDC_LABEL: { schema: ENVIRONMENT.LEITAI_OIDC_LABEL },
	LEITAI_OIDC_CLAIM: { schema: ENVIRONMENT.LEITAI_OIDC_CLAIM },
	LOG_LEVEL: { schema: ENVIRONMENT.LOG_LEVEL }
});
