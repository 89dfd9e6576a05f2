CREATE TABLE "assessment_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"period" text NOT NULL,
	"subject" text NOT NULL,
	"number" smallint NOT NULL,
	"scheme_version" integer NOT NULL,
	"figures" jsonb NOT NULL,
	"account" text NOT NULL,
	"document" text NOT NULL,
	"document_on" date NOT NULL,
	"link" text,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assessment_entry_number" UNIQUE("unit_id","period","subject","number"),
	CONSTRAINT "assessment_entry_writer" UNIQUE("id","unit_id","entered_by"),
	CONSTRAINT "assessment_entry_counted" CHECK ("assessment_entry"."number" >= 1)
);
--> statement-breakpoint
CREATE TABLE "assessment_review" (
	"entry_id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"entered_by" uuid NOT NULL,
	"verdict" text NOT NULL,
	"reason" text,
	"reviewed_by" uuid NOT NULL,
	"reviewer_unit_id" uuid NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assessment_review_verdict" CHECK ("assessment_review"."verdict" in ('confirmed', 'returned')),
	CONSTRAINT "assessment_review_reason" CHECK ("assessment_review"."verdict" <> 'returned' or coalesce(length("assessment_review"."reason"), 0) >= 4),
	CONSTRAINT "assessment_review_second_person" CHECK ("assessment_review"."reviewed_by" <> "assessment_review"."entered_by"),
	CONSTRAINT "assessment_review_other_unit" CHECK ("assessment_review"."reviewer_unit_id" <> "assessment_review"."unit_id")
);
--> statement-breakpoint
ALTER TABLE "assessment_entry" ADD CONSTRAINT "assessment_entry_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_entry" ADD CONSTRAINT "assessment_entry_entered_by_person_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_review" ADD CONSTRAINT "assessment_review_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_review" ADD CONSTRAINT "assessment_review_entered_by_person_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_review" ADD CONSTRAINT "assessment_review_reviewed_by_person_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_review" ADD CONSTRAINT "assessment_review_reviewer_unit_id_unit_id_fk" FOREIGN KEY ("reviewer_unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_review" ADD CONSTRAINT "assessment_review_entry" FOREIGN KEY ("entry_id","unit_id","entered_by") REFERENCES "public"."assessment_entry"("id","unit_id","entered_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "assessment_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "assessment_review" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
