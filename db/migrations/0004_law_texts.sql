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
CREATE TABLE "citing_piece" (
	"kind" text NOT NULL,
	"piece_id" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "citing_piece_kind_piece_id_pk" PRIMARY KEY("kind","piece_id"),
	CONSTRAINT "citing_piece_kind" CHECK ("citing_piece"."kind" in ('item', 'case', 'provision', 'benchmark'))
);
--> statement-breakpoint
CREATE TABLE "currency_decision" (
	"review_id" text NOT NULL,
	"number" smallint NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "currency_decision_review_id_number_pk" PRIMARY KEY("review_id","number"),
	CONSTRAINT "currency_decision_verdict" CHECK ("currency_decision"."verdict" in ('released', 'retired')),
	CONSTRAINT "currency_decision_reason" CHECK (length("currency_decision"."reason") >= 6),
	CONSTRAINT "currency_decision_number" CHECK ("currency_decision"."number" >= 1)
);
--> statement-breakpoint
CREATE TABLE "currency_review" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"piece_id" text NOT NULL,
	"piece_version" integer NOT NULL,
	"title" text NOT NULL,
	"as_of" date NOT NULL,
	"law_id" text NOT NULL,
	"from_version" date NOT NULL,
	"to_law_id" text,
	"to_version" date,
	"since" date NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "currency_review_once" UNIQUE NULLS NOT DISTINCT("kind","piece_id","piece_version","law_id","from_version","to_law_id","to_version"),
	CONSTRAINT "currency_review_kind" CHECK ("currency_review"."kind" in ('item', 'case', 'provision', 'benchmark')),
	CONSTRAINT "currency_review_to" CHECK ("currency_review"."to_version" is null or "currency_review"."to_law_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "law_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"bytes" integer NOT NULL,
	"digest" text NOT NULL,
	"state" text NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"files_done" integer DEFAULT 0 NOT NULL,
	"files_total" integer,
	"report" jsonb,
	"fault" text,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "law_import_state" CHECK ("law_import"."state" in ('waiting', 'running', 'done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "law_import_file" (
	"import_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"name" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "law_import_file_import_id_number_pk" PRIMARY KEY("import_id","number")
);
--> statement-breakpoint
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
CREATE TABLE "law_search_generation" (
	"generation" integer PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"documents" integer NOT NULL,
	"built_at" timestamp with time zone NOT NULL,
	"current" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "law_search_lexicon" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"digest" text NOT NULL,
	"entries" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "law_search_term" (
	"generation" integer NOT NULL,
	"term" text NOT NULL,
	"documents" integer NOT NULL,
	"texts" "bytea" NOT NULL,
	"gists" "bytea" NOT NULL,
	"paths" "bytea" NOT NULL,
	"titles" "bytea" NOT NULL,
	CONSTRAINT "law_search_term_generation_term_pk" PRIMARY KEY("generation","term")
);
--> statement-breakpoint
CREATE TABLE "law_search_version" (
	"generation" integer NOT NULL,
	"number" smallint NOT NULL,
	"law_id" text NOT NULL,
	"version" date NOT NULL,
	"first_document" integer NOT NULL,
	"first_path" integer NOT NULL,
	"title_length" smallint NOT NULL,
	"articles" text NOT NULL,
	"text_lengths" "bytea" NOT NULL,
	"gist_lengths" "bytea" NOT NULL,
	"standings" "bytea" NOT NULL,
	"paths" "bytea" NOT NULL,
	"path_lengths" "bytea" NOT NULL,
	CONSTRAINT "law_search_version_generation_number_pk" PRIMARY KEY("generation","number")
);
--> statement-breakpoint
ALTER TABLE "law_version" ADD COLUMN "is_stated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "law_version" ADD COLUMN "stated_from" date;--> statement-breakpoint
ALTER TABLE "law_version" ADD COLUMN "stated_until" date;--> statement-breakpoint
ALTER TABLE "law_version" ADD COLUMN "replaced_by" text;--> statement-breakpoint
ALTER TABLE "discretion_version" ADD CONSTRAINT "discretion_version_id_discretion_piece_id_fk" FOREIGN KEY ("id") REFERENCES "public"."discretion_piece"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "currency_decision" ADD CONSTRAINT "currency_decision_review_id_currency_review_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."currency_review"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "currency_decision" ADD CONSTRAINT "currency_decision_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "currency_review" ADD CONSTRAINT "currency_review_law_id_law_id_fk" FOREIGN KEY ("law_id") REFERENCES "public"."law"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "law_import" ADD CONSTRAINT "law_import_uploaded_by_person_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "law_import_file" ADD CONSTRAINT "law_import_file_import_id_law_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."law_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "law_text" ADD CONSTRAINT "law_text_law_id_version_law_version_law_id_version_fk" FOREIGN KEY ("law_id","version") REFERENCES "public"."law_version"("law_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "discretion_version_law_id_article_index" ON "discretion_version" USING btree ("law_id","article");--> statement-breakpoint
CREATE INDEX "currency_decision_decided_by_index" ON "currency_decision" USING btree ("decided_by");--> statement-breakpoint
CREATE UNIQUE INDEX "law_import_open" ON "law_import" USING btree ("digest") WHERE "law_import"."state" in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "law_import_uploaded_at_index" ON "law_import" USING btree ("uploaded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "law_search_generation_current_index" ON "law_search_generation" USING btree ("current") WHERE current;--> statement-breakpoint
-- By hand from here: law files are read again, so that what they state is told from what an import found.
UPDATE "law" SET "digest" = '' WHERE "digest" IS NOT NULL;
--> statement-breakpoint
-- What was shown before this table existed is shown now; opened reviews and decisions are only ever added to.
INSERT INTO "citing_piece" ("kind", "piece_id", "version")
	SELECT 'item', "id", "current_version" FROM "item" WHERE "current_version" IS NOT NULL
	UNION ALL SELECT 'case', "id", "current_version" FROM "case_study" WHERE "current_version" IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "currency_review" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "currency_decision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
