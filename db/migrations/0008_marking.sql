CREATE TABLE "draft_objection" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"answer" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "draft_objection_draftId_unique" UNIQUE("draft_id"),
	CONSTRAINT "draft_objection_outcome" CHECK ("draft_objection"."outcome" in ('stands', 'changed')),
	CONSTRAINT "draft_objection_answered" CHECK (("draft_objection"."answered_at" is null) = ("draft_objection"."outcome" is null) and ("draft_objection"."answered_at" is null) = ("draft_objection"."answer" is null))
);
--> statement-breakpoint
CREATE TABLE "marking" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	"marker_id" uuid NOT NULL,
	"seed" integer NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	"guide_kind" text DEFAULT 'guide' NOT NULL,
	"guide_id" text NOT NULL,
	"guide_version" integer NOT NULL,
	"levels" jsonb NOT NULL,
	"comments" jsonb NOT NULL,
	"saved_at" timestamp with time zone,
	"mark" numeric(4, 1),
	"given_at" timestamp with time zone,
	"recused_at" timestamp with time zone,
	"recused_why" text,
	CONSTRAINT "marking_place" CHECK ("marking"."place" between 1 and 4),
	CONSTRAINT "marking_guide_kind" CHECK ("marking"."guide_kind" = 'guide'),
	CONSTRAINT "marking_mark" CHECK ("marking"."mark" between 0 and 100),
	CONSTRAINT "marking_given" CHECK (("marking"."mark" is null) = ("marking"."given_at" is null)),
	CONSTRAINT "marking_recused" CHECK (("marking"."recused_at" is null) = ("marking"."recused_why" is null)),
	CONSTRAINT "marking_one_end" CHECK ("marking"."given_at" is null or "marking"."recused_at" is null)
);
--> statement-breakpoint
CREATE TABLE "marking_result" (
	"draft_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"mark" numeric(4, 1) NOT NULL,
	"reason" text NOT NULL,
	"settled_at" timestamp with time zone NOT NULL,
	CONSTRAINT "marking_result_draft_id_number_pk" PRIMARY KEY("draft_id","number"),
	CONSTRAINT "marking_result_number" CHECK ("marking_result"."number" in (1, 2)),
	CONSTRAINT "marking_result_mark" CHECK ("marking_result"."mark" between 0 and 100)
);
--> statement-breakpoint
ALTER TABLE "draft_objection" ADD CONSTRAINT "draft_objection_draft_id_draft_submission_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."draft_submission"("draft_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marking" ADD CONSTRAINT "marking_draft_id_draft_submission_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."draft_submission"("draft_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marking" ADD CONSTRAINT "marking_marker_id_person_id_fk" FOREIGN KEY ("marker_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marking" ADD CONSTRAINT "marking_guide" FOREIGN KEY ("guide_kind","guide_id","guide_version") REFERENCES "public"."drafting_piece_version"("kind","id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marking_result" ADD CONSTRAINT "marking_result_draft_id_draft_submission_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."draft_submission"("draft_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_objection_answered_at_index" ON "draft_objection" USING btree ("answered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "marking_one_a_place" ON "marking" USING btree ("draft_id","place") WHERE "marking"."recused_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "marking_one_a_marker" ON "marking" USING btree ("draft_id","marker_id");--> statement-breakpoint
CREATE INDEX "marking_marker_id_given_at_index" ON "marking" USING btree ("marker_id","given_at");--> statement-breakpoint
CREATE TRIGGER given_stands BEFORE UPDATE OR DELETE ON "marking" FOR EACH ROW WHEN (OLD.given_at IS NOT NULL OR OLD.recused_at IS NOT NULL) EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER answered_stands BEFORE UPDATE OR DELETE ON "draft_objection" FOR EACH ROW WHEN (OLD.answered_at IS NOT NULL) EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "marking" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "draft_objection" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "marking_result" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
