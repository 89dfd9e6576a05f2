CREATE TABLE "law_text" (
	"law_id" text NOT NULL,
	"version" date NOT NULL,
	"part" text NOT NULL,
	"source" text NOT NULL,
	"digest" text NOT NULL,
	"read_digest" text NOT NULL,
	"found_from" date,
	"found_line" text,
	"found_why" text,
	"history" text NOT NULL,
	"base" integer NOT NULL,
	"articles" integer NOT NULL,
	"sections" integer NOT NULL,
	CONSTRAINT "law_text_law_id_version_part_pk" PRIMARY KEY("law_id","version","part")
);
--> statement-breakpoint
ALTER TABLE "law_version" ADD COLUMN "is_stated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "law_version" ADD COLUMN "stated_from" date;--> statement-breakpoint
ALTER TABLE "law_version" ADD COLUMN "stated_until" date;--> statement-breakpoint
ALTER TABLE "law_text" ADD CONSTRAINT "law_text_law_id_version_law_version_law_id_version_fk" FOREIGN KEY ("law_id","version") REFERENCES "public"."law_version"("law_id","version") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
-- Every law file is loaded once more, so that what it states is told apart from what imports find.
UPDATE "law" SET "digest" = '' WHERE "digest" IS NOT NULL;
