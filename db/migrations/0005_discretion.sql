CREATE TABLE "practice_attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"officer_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"case_id" text,
	"case_version" integer,
	"seed" integer,
	"generator_version" integer,
	"generated" jsonb,
	"level" smallint NOT NULL,
	"quarter" text,
	"benchmark" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"mark" smallint,
	CONSTRAINT "practice_attempt_mode" CHECK ("practice_attempt"."mode" in ('practice', 'reference')),
	CONSTRAINT "practice_attempt_source" CHECK (("practice_attempt"."case_id" is null) = ("practice_attempt"."generated" is not null)),
	CONSTRAINT "practice_attempt_quarter" CHECK (("practice_attempt"."mode" = 'reference') = ("practice_attempt"."quarter" is not null)),
	CONSTRAINT "practice_attempt_mark" CHECK ("practice_attempt"."mark" between 0 and 100),
	CONSTRAINT "practice_attempt_finished" CHECK (("practice_attempt"."mark" is null) = ("practice_attempt"."finished_at" is null))
);
--> statement-breakpoint
CREATE TABLE "practice_case" (
	"id" text PRIMARY KEY NOT NULL,
	"current_version" integer
);
--> statement-breakpoint
CREATE TABLE "practice_case_version" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"origin" text NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"level" smallint NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "practice_case_version_id_version_pk" PRIMARY KEY("id","version"),
	CONSTRAINT "practice_case_version_origin" CHECK ("practice_case_version"."origin" in ('file', 'studio')),
	CONSTRAINT "practice_case_version_status" CHECK ("practice_case_version"."status" in ('draft', 'published', 'withdrawn')),
	CONSTRAINT "practice_case_version_level" CHECK ("practice_case_version"."level" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "practice_step" (
	"attempt_id" uuid NOT NULL,
	"step" text NOT NULL,
	"given" jsonb NOT NULL,
	"verdicts" jsonb NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "practice_step_attempt_id_step_pk" PRIMARY KEY("attempt_id","step"),
	CONSTRAINT "practice_step_step" CHECK ("practice_step"."step" in ('law', 'gate', 'provision', 'factors', 'tier', 'amount', 'reasons'))
);
--> statement-breakpoint
ALTER TABLE "discretion_piece" DROP CONSTRAINT "discretion_piece_kind";--> statement-breakpoint
ALTER TABLE "citing_piece" DROP CONSTRAINT "citing_piece_kind";--> statement-breakpoint
ALTER TABLE "currency_review" DROP CONSTRAINT "currency_review_kind";--> statement-breakpoint
ALTER TABLE "practice_attempt" ADD CONSTRAINT "practice_attempt_officer_id_person_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_attempt" ADD CONSTRAINT "practice_attempt_case" FOREIGN KEY ("case_id","case_version") REFERENCES "public"."practice_case_version"("id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_case_version" ADD CONSTRAINT "practice_case_version_id_practice_case_id_fk" FOREIGN KEY ("id") REFERENCES "public"."practice_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_step" ADD CONSTRAINT "practice_step_attempt_id_practice_attempt_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."practice_attempt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "practice_attempt_one_a_quarter" ON "practice_attempt" USING btree ("officer_id","case_id","quarter") WHERE "practice_attempt"."quarter" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "practice_attempt_one_open" ON "practice_attempt" USING btree ("officer_id","mode",coalesce("case_id", "level"::text)) WHERE "practice_attempt"."finished_at" is null and "practice_attempt"."quarter" is null;--> statement-breakpoint
CREATE INDEX "practice_attempt_officer_id_started_at_index" ON "practice_attempt" USING btree ("officer_id","started_at");--> statement-breakpoint
CREATE INDEX "practice_attempt_reference" ON "practice_attempt" USING btree ("quarter","case_id") WHERE "practice_attempt"."quarter" is not null;--> statement-breakpoint
ALTER TABLE "discretion_piece" ADD CONSTRAINT "discretion_piece_kind" CHECK ("discretion_piece"."kind" in ('provision', 'frame', 'benchmark', 'jurisdiction', 'traps', 'phrases'));--> statement-breakpoint
ALTER TABLE "citing_piece" ADD CONSTRAINT "citing_piece_kind" CHECK ("citing_piece"."kind" in ('item', 'case', 'provision', 'benchmark', 'practice'));--> statement-breakpoint
ALTER TABLE "currency_review" ADD CONSTRAINT "currency_review_kind" CHECK ("currency_review"."kind" in ('item', 'case', 'provision', 'benchmark', 'practice'));--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "practice_step" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
