CREATE TABLE "assessment_closing" (
	"unit_id" uuid NOT NULL,
	"period" text NOT NULL,
	"version" smallint NOT NULL,
	"scheme_version" integer NOT NULL,
	"assessment" jsonb NOT NULL,
	"counts" jsonb NOT NULL,
	"reason" text NOT NULL,
	"closed_by" uuid NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assessment_closing_unit_id_period_version_pk" PRIMARY KEY("unit_id","period","version"),
	CONSTRAINT "assessment_closing_reason" CHECK ("assessment_closing"."version" = 1 or length("assessment_closing"."reason") >= 4)
);
--> statement-breakpoint
CREATE TABLE "ranking_rule" (
	"version" integer PRIMARY KEY NOT NULL,
	"based_on" integer NOT NULL,
	"effective_from" date NOT NULL,
	"rule" jsonb NOT NULL,
	"digest" text NOT NULL,
	"reason" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ranking_rule_writer" UNIQUE("version","proposed_by"),
	CONSTRAINT "ranking_rule_month" CHECK (extract(day from "ranking_rule"."effective_from") = 1),
	CONSTRAINT "ranking_rule_reason" CHECK (length("ranking_rule"."reason") >= 4)
);
--> statement-breakpoint
CREATE TABLE "ranking_rule_decision" (
	"version" integer PRIMARY KEY NOT NULL,
	"proposed_by" uuid NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ranking_rule_decision_verdict" CHECK ("ranking_rule_decision"."verdict" in ('confirmed', 'refused', 'withdrawn')),
	CONSTRAINT "ranking_rule_decision_second_person" CHECK (("ranking_rule_decision"."verdict" = 'withdrawn') = ("ranking_rule_decision"."decided_by" = "ranking_rule_decision"."proposed_by")),
	CONSTRAINT "ranking_rule_decision_reason" CHECK ("ranking_rule_decision"."verdict" <> 'refused' or length("ranking_rule_decision"."reason") >= 4)
);
--> statement-breakpoint
ALTER TABLE "award_notice" DROP CONSTRAINT "award_notice_nominee";--> statement-breakpoint
ALTER TABLE "award_notice" ALTER COLUMN "nominee_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "award_notice" ADD COLUMN "nominee" text;--> statement-breakpoint
UPDATE "award_notice" SET "nominee" = "nominee_id"::text;--> statement-breakpoint
ALTER TABLE "award_notice" ALTER COLUMN "nominee" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment_closing" ADD CONSTRAINT "assessment_closing_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_closing" ADD CONSTRAINT "assessment_closing_closed_by_person_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ranking_rule" ADD CONSTRAINT "ranking_rule_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ranking_rule_decision" ADD CONSTRAINT "ranking_rule_decision_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ranking_rule_decision" ADD CONSTRAINT "ranking_rule_decision_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ranking_rule_decision" ADD CONSTRAINT "ranking_rule_decision_version" FOREIGN KEY ("version","proposed_by") REFERENCES "public"."ranking_rule"("version","proposed_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_entry_correction" ON "ledger_entry" USING btree ("day") WHERE position('#' in "ledger_entry"."source_id") > 0;--> statement-breakpoint
ALTER TABLE "award_notice" ADD CONSTRAINT "award_notice_subject" UNIQUE("run_id","nominee");--> statement-breakpoint
ALTER TABLE "award_notice" ADD CONSTRAINT "award_notice_person" CHECK ("award_notice"."nominee_id" is null or "award_notice"."nominee_id"::text = "award_notice"."nominee");--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "assessment_closing" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ranking_rule" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ranking_rule_decision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
