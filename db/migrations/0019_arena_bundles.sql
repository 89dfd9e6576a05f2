CREATE TABLE "arena_bundle" (
	"id" text PRIMARY KEY NOT NULL,
	"current_version" integer
);
--> statement-breakpoint
CREATE TABLE "arena_bundle_version" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"origin" text NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"lead" text NOT NULL,
	"industry" text NOT NULL,
	"areas" text[] NOT NULL,
	"difficulty" smallint NOT NULL,
	"is_reserved" boolean NOT NULL,
	"decided_on" date NOT NULL,
	"source" text,
	"body" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "arena_bundle_version_id_version_pk" PRIMARY KEY("id","version"),
	CONSTRAINT "arena_bundle_version_origin" CHECK ("arena_bundle_version"."origin" in ('file', 'studio')),
	CONSTRAINT "arena_bundle_version_status" CHECK ("arena_bundle_version"."status" in ('draft', 'published', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "arena_rehearsal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"officer_id" uuid NOT NULL,
	"bundle_id" text NOT NULL,
	"bundle_version" integer NOT NULL,
	"side" text NOT NULL,
	"stage" text NOT NULL,
	"seed" integer NOT NULL,
	"answers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"mark" smallint,
	CONSTRAINT "arena_rehearsal_side" CHECK ("arena_rehearsal"."side" in ('plaintiff', 'defendant')),
	CONSTRAINT "arena_rehearsal_stage" CHECK ("arena_rehearsal"."stage" in ('proof', 'debate')),
	CONSTRAINT "arena_rehearsal_mark" CHECK ("arena_rehearsal"."mark" between 0 and 100),
	CONSTRAINT "arena_rehearsal_finished" CHECK (("arena_rehearsal"."mark" is null) = ("arena_rehearsal"."finished_at" is null))
);
--> statement-breakpoint
ALTER TABLE "citing_piece" DROP CONSTRAINT "citing_piece_kind";--> statement-breakpoint
ALTER TABLE "currency_review" DROP CONSTRAINT "currency_review_kind";--> statement-breakpoint
ALTER TABLE "arena_bundle_version" ADD CONSTRAINT "arena_bundle_version_id_arena_bundle_id_fk" FOREIGN KEY ("id") REFERENCES "public"."arena_bundle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arena_rehearsal" ADD CONSTRAINT "arena_rehearsal_officer_id_person_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arena_rehearsal" ADD CONSTRAINT "arena_rehearsal_bundle" FOREIGN KEY ("bundle_id","bundle_version") REFERENCES "public"."arena_bundle_version"("id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "arena_rehearsal_one_open" ON "arena_rehearsal" USING btree ("officer_id","bundle_id","side","stage") WHERE "arena_rehearsal"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "arena_rehearsal_officer_id_started_at_index" ON "arena_rehearsal" USING btree ("officer_id","started_at");--> statement-breakpoint
ALTER TABLE "citing_piece" ADD CONSTRAINT "citing_piece_kind" CHECK ("citing_piece"."kind" in ('item', 'case', 'public-case', 'provision', 'benchmark', 'practice', 'rule', 'drafting', 'bundle'));--> statement-breakpoint
ALTER TABLE "currency_review" ADD CONSTRAINT "currency_review_kind" CHECK ("currency_review"."kind" in ('item', 'case', 'public-case', 'provision', 'benchmark', 'practice', 'rule', 'drafting', 'bundle'));