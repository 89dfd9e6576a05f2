CREATE TABLE "draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"officer_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"piece_kind" text DEFAULT 'task' NOT NULL,
	"task_id" text NOT NULL,
	"task_version" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"entries" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"checks" integer DEFAULT 0 NOT NULL,
	"submitted_at" timestamp with time zone,
	CONSTRAINT "draft_piece_kind" CHECK ("draft"."piece_kind" = 'task')
);
--> statement-breakpoint
CREATE TABLE "draft_submission" (
	"draft_id" uuid PRIMARY KEY NOT NULL,
	"entries" jsonb NOT NULL,
	"report" jsonb NOT NULL,
	"score" numeric(4, 1) NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_submission_score" CHECK ("draft_submission"."score" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "draft_version" (
	"draft_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"entries" jsonb NOT NULL,
	"reason" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_version_draft_id_number_pk" PRIMARY KEY("draft_id","number"),
	CONSTRAINT "draft_version_reason" CHECK ("draft_version"."reason" in ('auto', 'kept', 'check', 'restore', 'submit'))
);
--> statement-breakpoint
CREATE TABLE "drafting_piece" (
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"current_version" integer,
	CONSTRAINT "drafting_piece_kind_id_pk" PRIMARY KEY("kind","id"),
	CONSTRAINT "drafting_piece_kind" CHECK ("drafting_piece"."kind" in ('file', 'task', 'guide', 'review'))
);
--> statement-breakpoint
CREATE TABLE "drafting_piece_version" (
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"origin" text NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "drafting_piece_version_kind_id_version_pk" PRIMARY KEY("kind","id","version"),
	CONSTRAINT "drafting_piece_version_origin" CHECK ("drafting_piece_version"."origin" in ('file', 'studio')),
	CONSTRAINT "drafting_piece_version_status" CHECK ("drafting_piece_version"."status" in ('draft', 'published', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "citing_piece" DROP CONSTRAINT "citing_piece_kind";--> statement-breakpoint
ALTER TABLE "currency_review" DROP CONSTRAINT "currency_review_kind";--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_officer_id_person_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_task" FOREIGN KEY ("piece_kind","task_id","task_version") REFERENCES "public"."drafting_piece_version"("kind","id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_submission" ADD CONSTRAINT "draft_submission_draft_id_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."draft"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_version" ADD CONSTRAINT "draft_version_draft_id_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."draft"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafting_piece_version" ADD CONSTRAINT "drafting_piece_version_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafting_piece_version" ADD CONSTRAINT "drafting_piece_version_kind_id_drafting_piece_kind_id_fk" FOREIGN KEY ("kind","id") REFERENCES "public"."drafting_piece"("kind","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "draft_one_open" ON "draft" USING btree ("officer_id","task_id") WHERE "draft"."submitted_at" is null;--> statement-breakpoint
CREATE INDEX "draft_officer_id_started_at_index" ON "draft" USING btree ("officer_id","started_at");--> statement-breakpoint
CREATE INDEX "draft_submission_submitted_at_index" ON "draft_submission" USING btree ("submitted_at");--> statement-breakpoint
ALTER TABLE "citing_piece" ADD CONSTRAINT "citing_piece_kind" CHECK ("citing_piece"."kind" in ('item', 'case', 'provision', 'benchmark', 'practice', 'rule', 'drafting'));--> statement-breakpoint
ALTER TABLE "currency_review" ADD CONSTRAINT "currency_review_kind" CHECK ("currency_review"."kind" in ('item', 'case', 'provision', 'benchmark', 'practice', 'rule', 'drafting'));--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "draft_version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "draft_submission" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
