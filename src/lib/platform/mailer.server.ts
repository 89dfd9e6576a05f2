import type { Transporter } from 'nodemailer';
import type { Environment } from '#lib/shared/environment.ts';

/** A letter as it goes out; its id is the same at every try, so that a server can tell a repeat. */
export interface OutgoingMail {
	readonly id: string;
	readonly to: string;
	readonly subject: string;
	readonly text: string;
}

/** Why something was not taken; `response` is the server's reply code, null = it gave none. */
export interface MailFault {
	readonly response: number | null;
	readonly words: string;
}

export interface Mailer {
	/** Whether the server answers and lets us in; null = yes. Asked before anything is handed over. */
	reach(): Promise<MailFault | null>;
	/** @returns null when the server has taken it */
	send(mail: OutgoingMail): Promise<MailFault | null>;
}

const PATIENCE_MILLISECONDS = 15_000;
const MOST_WORDS = 300;

/** The way out for mail; null where none is configured. The library is loaded with the first letter. */
export function openMailer({ SMTP_URL, MAIL_FROM }: Pick<Environment, 'SMTP_URL' | 'MAIL_FROM'>): Mailer | null {
	if (SMTP_URL === '') return null;
	const domain = /@([\w.-]+)/.exec(MAIL_FROM)?.[1] ?? 'localhost';
	let opened: Promise<Transporter> | undefined;
	const open = () => (opened ??= openTransport(SMTP_URL));
	return {
		reach: async () => faultOf(async () => (await open()).verify()),
		send: async ({ id, to, subject, text }) =>
			faultOf(async () => {
				const transport = await open();
				// A machine wrote it: no answering machine shall answer.
				const headers = { 'auto-submitted': 'auto-generated', precedence: 'bulk' };
				return transport.sendMail({ from: MAIL_FROM, to, subject, text, headers, messageId: `<${id}@${domain}>` });
			})
	};
}

async function openTransport(url: string): Promise<Transporter> {
	const { createTransport } = await import('nodemailer');
	return createTransport({
		url,
		...{ connectionTimeout: PATIENCE_MILLISECONDS, greetingTimeout: PATIENCE_MILLISECONDS },
		...{ socketTimeout: PATIENCE_MILLISECONDS, disableFileAccess: true, disableUrlAccess: true }
	});
}

async function faultOf(work: () => Promise<unknown>): Promise<MailFault | null> {
	try {
		await work();
		return null;
	} catch (error) {
		const { message, responseCode } = error as Error & { responseCode?: number };
		return { response: responseCode ?? null, words: message.slice(0, MOST_WORDS) };
	}
}
