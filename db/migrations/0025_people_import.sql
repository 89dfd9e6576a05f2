CREATE TABLE "person_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"digest" text NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"content" jsonb,
	"mapping" jsonb,
	"makes_units" boolean NOT NULL,
	"decisions" jsonb NOT NULL,
	"counts" jsonb,
	"uploaded_by" uuid,
	"uploaded_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "person_import_state" CHECK ("person_import"."state" in ('draft', 'done', 'undone')),
	CONSTRAINT "person_import_source" CHECK ("person_import"."source" in ('web', 'command')),
	CONSTRAINT "person_import_content" CHECK (("person_import"."content" is null) = ("person_import"."state" <> 'draft'))
);
--> statement-breakpoint
CREATE TABLE "person_import_change" (
	"import_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL,
	"grants" jsonb NOT NULL,
	CONSTRAINT "person_import_change_import_id_person_id_pk" PRIMARY KEY("import_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "person_import" ADD CONSTRAINT "person_import_uploaded_by_person_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_import" ADD CONSTRAINT "person_import_undone_by_person_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_import_change" ADD CONSTRAINT "person_import_change_import_id_person_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."person_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_import_change" ADD CONSTRAINT "person_import_change_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_import_finished_at_index" ON "person_import" USING btree ("finished_at");--> statement-breakpoint
CREATE INDEX "person_import_change_person_id_index" ON "person_import_change" USING btree ("person_id");