CREATE TABLE "finding_ruling" (
	"piece_kind" text DEFAULT 'review' NOT NULL,
	"piece_id" text NOT NULL,
	"piece_version" integer NOT NULL,
	"document" text NOT NULL,
	"rule" text NOT NULL,
	"number" smallint NOT NULL,
	"verdict" text NOT NULL,
	"severity" text NOT NULL,
	"reason" text NOT NULL,
	"ruled_by" uuid NOT NULL,
	"ruled_at" timestamp with time zone NOT NULL,
	CONSTRAINT "finding_ruling_piece_id_piece_version_document_rule_number_pk" PRIMARY KEY("piece_id","piece_version","document","rule","number"),
	CONSTRAINT "finding_ruling_piece_kind" CHECK ("finding_ruling"."piece_kind" = 'review'),
	CONSTRAINT "finding_ruling_verdict" CHECK ("finding_ruling"."verdict" in ('accepted', 'rejected')),
	CONSTRAINT "finding_ruling_severity" CHECK ("finding_ruling"."severity" in ('fatal', 'major', 'minor'))
);
--> statement-breakpoint
CREATE TABLE "panel_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"panel_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"piece_kind" text NOT NULL,
	"piece_id" text NOT NULL,
	"piece_version" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"settled_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "panel_file_number" UNIQUE("panel_id","number"),
	CONSTRAINT "panel_file_piece_kind" CHECK ("panel_file"."piece_kind" in ('file', 'review')),
	CONSTRAINT "panel_file_closed" CHECK ("panel_file"."closed_at" is null or "panel_file"."settled_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "panel_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"text" text NOT NULL,
	"due_on" date NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "panel_item_number" UNIQUE("file_id","number")
);
--> statement-breakpoint
CREATE TABLE "panel_item_step" (
	"item_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"step" text NOT NULL,
	"note" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "panel_item_step_item_id_number_pk" PRIMARY KEY("item_id","number"),
	CONSTRAINT "panel_item_step_step" CHECK ("panel_item_step"."step" in ('reported', 'returned', 'passed'))
);
--> statement-breakpoint
CREATE TABLE "panel_objection" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"raised_by" uuid NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"is_upheld" boolean,
	"changed_total" numeric(4, 1),
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "panel_objection_total" CHECK ("panel_objection"."changed_total" between 0 and 100),
	CONSTRAINT "panel_objection_answered" CHECK (("panel_objection"."answered_at" is null) = ("panel_objection"."answer" is null) and ("panel_objection"."answered_at" is null) = ("panel_objection"."is_upheld" is null)),
	CONSTRAINT "panel_objection_upheld" CHECK (("panel_objection"."is_upheld" is true) = ("panel_objection"."changed_total" is not null))
);
--> statement-breakpoint
CREATE TABLE "panel_sheet" (
	"file_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	"sheet" jsonb,
	"signed_at" timestamp with time zone,
	CONSTRAINT "panel_sheet_file_id_place_pk" PRIMARY KEY("file_id","place"),
	CONSTRAINT "panel_sheet_reviewer" UNIQUE("file_id","reviewer_id"),
	CONSTRAINT "panel_sheet_place" CHECK ("panel_sheet"."place" between 1 and 3),
	CONSTRAINT "panel_sheet_signed" CHECK (("panel_sheet"."sheet" is null) = ("panel_sheet"."signed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "review_attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"officer_id" uuid NOT NULL,
	"piece_kind" text DEFAULT 'review' NOT NULL,
	"piece_id" text NOT NULL,
	"piece_version" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"handed_in_at" timestamp with time zone,
	"sheet" jsonb,
	CONSTRAINT "review_attempt_once" UNIQUE("officer_id","piece_id","piece_version"),
	CONSTRAINT "review_attempt_piece_kind" CHECK ("review_attempt"."piece_kind" = 'review'),
	CONSTRAINT "review_attempt_handed_in" CHECK (("review_attempt"."handed_in_at" is null) = ("review_attempt"."sheet" is null))
);
--> statement-breakpoint
CREATE TABLE "review_finding" (
	"attempt_id" uuid NOT NULL,
	"document" text NOT NULL,
	"rule" text NOT NULL,
	"field" text,
	"severity" text NOT NULL,
	"consequence" text NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "review_finding_attempt_id_document_rule_pk" PRIMARY KEY("attempt_id","document","rule"),
	CONSTRAINT "review_finding_severity" CHECK ("review_finding"."severity" in ('fatal', 'major', 'minor')),
	CONSTRAINT "review_finding_consequence" CHECK ("review_finding"."consequence" in ('void', 'revoke', 'exclude', 'confirm', 'correct', 'internal'))
);
--> statement-breakpoint
CREATE TABLE "review_panel" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"period" text NOT NULL,
	"seed" integer NOT NULL,
	"pool_size" integer NOT NULL,
	"drawn_by" uuid NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_panel_title" UNIQUE("period","title")
);
--> statement-breakpoint
ALTER TABLE "finding_ruling" ADD CONSTRAINT "finding_ruling_ruled_by_person_id_fk" FOREIGN KEY ("ruled_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_ruling" ADD CONSTRAINT "finding_ruling_piece" FOREIGN KEY ("piece_kind","piece_id","piece_version") REFERENCES "public"."drafting_piece_version"("kind","id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_file" ADD CONSTRAINT "panel_file_panel_id_review_panel_id_fk" FOREIGN KEY ("panel_id") REFERENCES "public"."review_panel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_file" ADD CONSTRAINT "panel_file_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_file" ADD CONSTRAINT "panel_file_piece" FOREIGN KEY ("piece_kind","piece_id","piece_version") REFERENCES "public"."drafting_piece_version"("kind","id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_item" ADD CONSTRAINT "panel_item_file_id_panel_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."panel_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_item" ADD CONSTRAINT "panel_item_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_item_step" ADD CONSTRAINT "panel_item_step_item_id_panel_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."panel_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_item_step" ADD CONSTRAINT "panel_item_step_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_objection" ADD CONSTRAINT "panel_objection_file_id_panel_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."panel_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_objection" ADD CONSTRAINT "panel_objection_raised_by_person_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_objection" ADD CONSTRAINT "panel_objection_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_sheet" ADD CONSTRAINT "panel_sheet_file_id_panel_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."panel_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_sheet" ADD CONSTRAINT "panel_sheet_reviewer_id_person_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_attempt" ADD CONSTRAINT "review_attempt_officer_id_person_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_attempt" ADD CONSTRAINT "review_attempt_piece" FOREIGN KEY ("piece_kind","piece_id","piece_version") REFERENCES "public"."drafting_piece_version"("kind","id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_finding" ADD CONSTRAINT "review_finding_attempt_id_review_attempt_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."review_attempt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_panel" ADD CONSTRAINT "review_panel_drawn_by_person_id_fk" FOREIGN KEY ("drawn_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "panel_file_unit_id_index" ON "panel_file" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "panel_sheet_reviewer_id_signed_at_index" ON "panel_sheet" USING btree ("reviewer_id","signed_at");--> statement-breakpoint
CREATE INDEX "review_attempt_officer_id_started_at_index" ON "review_attempt" USING btree ("officer_id","started_at");--> statement-breakpoint
CREATE INDEX "review_attempt_of_piece" ON "review_attempt" USING btree ("piece_id","piece_version");--> statement-breakpoint
CREATE INDEX "review_panel_drawn_at_index" ON "review_panel" USING btree ("drawn_at");--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "finding_ruling" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "panel_item_step" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
