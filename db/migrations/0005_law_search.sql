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
ALTER TABLE "law_import" ADD CONSTRAINT "law_import_uploaded_by_person_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "law_import_file" ADD CONSTRAINT "law_import_file_import_id_law_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."law_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "law_import_open" ON "law_import" USING btree ("digest") WHERE "law_import"."state" in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "law_import_uploaded_at_index" ON "law_import" USING btree ("uploaded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "law_search_generation_current_index" ON "law_search_generation" USING btree ("current") WHERE current;