CREATE TABLE "discretion_piece" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"current_version" integer,
	CONSTRAINT "discretion_piece_kind" CHECK ("discretion_piece"."kind" in ('provision', 'frame', 'benchmark', 'jurisdiction'))
);
--> statement-breakpoint
CREATE TABLE "discretion_version" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"origin" text NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"law_id" text,
	"article" text,
	"valid_from" date,
	"valid_to" date,
	"body" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "discretion_version_id_version_pk" PRIMARY KEY("id","version"),
	CONSTRAINT "discretion_version_origin" CHECK ("discretion_version"."origin" in ('file', 'studio')),
	CONSTRAINT "discretion_version_status" CHECK ("discretion_version"."status" in ('draft', 'published', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "discretion_version" ADD CONSTRAINT "discretion_version_id_discretion_piece_id_fk" FOREIGN KEY ("id") REFERENCES "public"."discretion_piece"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "discretion_version_law_id_article_index" ON "discretion_version" USING btree ("law_id","article");