ALTER TABLE "item" ADD COLUMN "kind" text;--> statement-breakpoint
UPDATE "item" SET "kind" = "item_version"."kind" FROM "item_version" WHERE "item_version"."id" = "item"."id" AND "item_version"."version" = "item"."current_version";--> statement-breakpoint
ALTER TABLE "item" ADD CONSTRAINT "item_kind" CHECK ("item"."kind" in ('legal-knowledge', 'drafting', 'evidence', 'discretion', 'system'));--> statement-breakpoint
ALTER TABLE "item" ADD CONSTRAINT "item_kind_of_current" CHECK (("item"."kind" is null) = ("item"."current_version" is null));