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
ALTER TABLE "law_import" ADD CONSTRAINT "law_import_uploaded_by_person_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "law_import_file" ADD CONSTRAINT "law_import_file_import_id_law_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."law_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "law_import_open" ON "law_import" USING btree ("digest") WHERE "law_import"."state" in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "law_import_uploaded_at_index" ON "law_import" USING btree ("uploaded_at");