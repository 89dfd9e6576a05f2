CREATE TABLE "public_case" (
	"id" text PRIMARY KEY NOT NULL,
	"current_version" integer,
	"withdrawn_at" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "public_case_version" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"origin" text NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"lead" text NOT NULL,
	"warning" text NOT NULL,
	"industry" text NOT NULL,
	"month" text NOT NULL,
	"audience" text NOT NULL,
	"as_of" date NOT NULL,
	"html" text NOT NULL,
	"notes" jsonb NOT NULL,
	"images" text[] NOT NULL,
	"case_id" text,
	"provenance" jsonb NOT NULL,
	"source" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "public_case_version_id_version_pk" PRIMARY KEY("id","version"),
	CONSTRAINT "public_case_version_origin" CHECK ("public_case_version"."origin" in ('file', 'studio')),
	CONSTRAINT "public_case_version_status" CHECK ("public_case_version"."status" in ('draft', 'published', 'withdrawn')),
	CONSTRAINT "public_case_version_audience" CHECK ("public_case_version"."audience" in ('enterprises', 'citizens', 'both'))
);
--> statement-breakpoint
ALTER TABLE "citing_piece" DROP CONSTRAINT "citing_piece_kind";--> statement-breakpoint
ALTER TABLE "currency_review" DROP CONSTRAINT "currency_review_kind";--> statement-breakpoint
ALTER TABLE "public_case_version" ADD CONSTRAINT "public_case_version_id_public_case_id_fk" FOREIGN KEY ("id") REFERENCES "public"."public_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citing_piece" ADD CONSTRAINT "citing_piece_kind" CHECK ("citing_piece"."kind" in ('item', 'case', 'public-case', 'provision', 'benchmark', 'practice', 'rule', 'drafting'));--> statement-breakpoint
ALTER TABLE "currency_review" ADD CONSTRAINT "currency_review_kind" CHECK ("currency_review"."kind" in ('item', 'case', 'public-case', 'provision', 'benchmark', 'practice', 'rule', 'drafting'));