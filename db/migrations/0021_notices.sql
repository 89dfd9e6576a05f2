CREATE TABLE "mail_outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"day" date NOT NULL,
	"address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone NOT NULL,
	"trying_since" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"dead_at" timestamp with time zone,
	"fault" text,
	CONSTRAINT "mail_outbox_one_a_day" UNIQUE("person_id","day"),
	CONSTRAINT "mail_outbox_one_end" CHECK (num_nonnulls("mail_outbox"."sent_at", "mail_outbox"."dead_at") <= 1),
	CONSTRAINT "mail_outbox_dead" CHECK ("mail_outbox"."dead_at" is null or "mail_outbox"."fault" is not null)
);
--> statement-breakpoint
CREATE TABLE "notice_choice" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"off" text[] NOT NULL,
	"mail_address" text,
	"wants_mail" boolean NOT NULL,
	"mailed_for" date,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_choice_address" CHECK ("notice_choice"."mail_address" is not null or not "notice_choice"."wants_mail")
);
--> statement-breakpoint
CREATE TABLE "notice_read" (
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_read_person_id_kind_about_pk" PRIMARY KEY("person_id","kind","about")
);
--> statement-breakpoint
ALTER TABLE "mail_outbox" ADD CONSTRAINT "mail_outbox_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_read" ADD CONSTRAINT "notice_read_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_outbox_due" ON "mail_outbox" USING btree ("next_try_at") WHERE "mail_outbox"."sent_at" is null and "mail_outbox"."dead_at" is null;--> statement-breakpoint
CREATE INDEX "mail_outbox_made_at_index" ON "mail_outbox" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "notice_read_read_at_index" ON "notice_read" USING btree ("read_at");