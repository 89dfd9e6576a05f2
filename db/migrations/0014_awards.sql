CREATE TABLE "award_draft" (
	"run_id" uuid NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"sheet" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "award_draft_run_id_reviewer_id_pk" PRIMARY KEY("run_id","reviewer_id")
);
--> statement-breakpoint
CREATE TABLE "award_notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"nominee_id" uuid NOT NULL,
	"state" text NOT NULL,
	"honour" text NOT NULL,
	"cycle" text NOT NULL,
	"name" text NOT NULL,
	"unit_name" text NOT NULL,
	"deeds" text NOT NULL,
	"noticed_on" date NOT NULL,
	"last_day" date,
	"explanation" text NOT NULL,
	"number" text,
	"published_on" date,
	"code" text,
	"revoked_on" date,
	"reason" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "award_notice_code_unique" UNIQUE("code"),
	CONSTRAINT "award_notice_nominee" UNIQUE("run_id","nominee_id"),
	CONSTRAINT "award_notice_state" CHECK ("award_notice"."state" in ('publicity', 'withdrawn', 'published', 'revoked')),
	CONSTRAINT "award_notice_published" CHECK (("award_notice"."state" in ('published', 'revoked')) = ("award_notice"."published_on" is not null and "award_notice"."code" is not null and "award_notice"."number" is not null)),
	CONSTRAINT "award_notice_revoked" CHECK (("award_notice"."state" = 'revoked') = ("award_notice"."revoked_on" is not null and "award_notice"."reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "award_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"honour_id" text NOT NULL,
	"cycle" text NOT NULL,
	"honour" jsonb NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "award_run_cycle" UNIQUE("honour_id","cycle")
);
--> statement-breakpoint
CREATE TABLE "award_step" (
	"run_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"act" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"detail" jsonb NOT NULL,
	CONSTRAINT "award_step_run_id_number_pk" PRIMARY KEY("run_id","number"),
	CONSTRAINT "award_step_act" CHECK ("award_step"."act" in ('open', 'nominate', 'describe', 'dissent', 'qualify', 'replace', 'sign', 'publicise', 'object', 'verify', 'confirm', 'publish', 'revoke', 'lapse'))
);
--> statement-breakpoint
ALTER TABLE "award_draft" ADD CONSTRAINT "award_draft_run_id_award_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."award_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_draft" ADD CONSTRAINT "award_draft_reviewer_id_person_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_notice" ADD CONSTRAINT "award_notice_run_id_award_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."award_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_notice" ADD CONSTRAINT "award_notice_nominee_id_person_id_fk" FOREIGN KEY ("nominee_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_run" ADD CONSTRAINT "award_run_opened_by_person_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_step" ADD CONSTRAINT "award_step_run_id_award_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."award_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_step" ADD CONSTRAINT "award_step_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "award_notice_by_state" ON "award_notice" USING btree ("state","published_on");--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "award_run" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "award_step" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
