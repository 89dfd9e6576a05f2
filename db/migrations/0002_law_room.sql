CREATE TABLE "law_article" (
	"law_id" text NOT NULL,
	"version" date NOT NULL,
	"article" text NOT NULL,
	"position" integer NOT NULL,
	"label" text NOT NULL,
	"section" smallint,
	"text" text NOT NULL,
	CONSTRAINT "law_article_law_id_version_article_pk" PRIMARY KEY("law_id","version","article")
);
--> statement-breakpoint
CREATE TABLE "law_section" (
	"law_id" text NOT NULL,
	"version" date NOT NULL,
	"position" smallint NOT NULL,
	"level" smallint NOT NULL,
	"heading" text NOT NULL,
	CONSTRAINT "law_section_law_id_version_position_pk" PRIMARY KEY("law_id","version","position")
);
--> statement-breakpoint
ALTER TABLE "law" DROP CONSTRAINT "law_kind";--> statement-breakpoint
ALTER TABLE "law" ALTER COLUMN "digest" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "law" ADD COLUMN "title_key" text;--> statement-breakpoint
UPDATE "law" SET "title_key" = regexp_replace(normalize("title", NFKC), '[[:space:]《》〈〉<>]|中华人民共和国', '', 'g');--> statement-breakpoint
ALTER TABLE "law" ALTER COLUMN "title_key" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "law_version" ADD COLUMN "text_digest" text;--> statement-breakpoint
ALTER TABLE "law_version" ADD COLUMN "text_source" text;--> statement-breakpoint
ALTER TABLE "law_version" ADD COLUMN "history" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "law_article" ADD CONSTRAINT "law_article_law_id_version_law_version_law_id_version_fk" FOREIGN KEY ("law_id","version") REFERENCES "public"."law_version"("law_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "law_section" ADD CONSTRAINT "law_section_law_id_version_law_version_law_id_version_fk" FOREIGN KEY ("law_id","version") REFERENCES "public"."law_version"("law_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "law" ADD CONSTRAINT "law_titleKey_unique" UNIQUE("title_key");--> statement-breakpoint
ALTER TABLE "law" ADD CONSTRAINT "law_kind" CHECK ("law"."kind" in ('constitution', 'law', 'regulation', 'interpretation', 'rule', 'other'));