CREATE TABLE "calendar_year" (
	"year" smallint NOT NULL,
	"version" integer NOT NULL,
	"days" jsonb NOT NULL,
	"source" text NOT NULL,
	"source_on" date NOT NULL,
	"imported_by" uuid NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_year_year_version_pk" PRIMARY KEY("year","version"),
	CONSTRAINT "calendar_year_year" CHECK ("calendar_year"."year" between 2000 and 2999),
	CONSTRAINT "calendar_year_days" CHECK (jsonb_typeof("calendar_year"."days") = 'array'),
	CONSTRAINT "calendar_year_source" CHECK (length("calendar_year"."source") >= 4)
);
--> statement-breakpoint
CREATE TABLE "setting_change" (
	"key" text NOT NULL,
	"number" integer NOT NULL,
	"before" jsonb NOT NULL,
	"value" jsonb NOT NULL,
	"needs_second" boolean NOT NULL,
	"reason" text NOT NULL,
	"source" text,
	"source_on" date,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "setting_change_key_number_pk" PRIMARY KEY("key","number"),
	CONSTRAINT "setting_change_writer" UNIQUE("key","number","changed_by"),
	CONSTRAINT "setting_change_number" CHECK ("setting_change"."number" > 0),
	CONSTRAINT "setting_change_reason" CHECK (length("setting_change"."reason") >= 4),
	CONSTRAINT "setting_change_source" CHECK (("setting_change"."source" is null) = ("setting_change"."source_on" is null))
);
--> statement-breakpoint
CREATE TABLE "setting_decision" (
	"key" text NOT NULL,
	"number" integer NOT NULL,
	"changed_by" uuid NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "setting_decision_key_number_pk" PRIMARY KEY("key","number"),
	CONSTRAINT "setting_decision_verdict" CHECK ("setting_decision"."verdict" in ('confirmed', 'refused', 'withdrawn')),
	CONSTRAINT "setting_decision_second_person" CHECK (("setting_decision"."verdict" = 'withdrawn') = ("setting_decision"."decided_by" = "setting_decision"."changed_by")),
	CONSTRAINT "setting_decision_reason" CHECK ("setting_decision"."verdict" <> 'refused' or length("setting_decision"."reason") >= 4)
);
--> statement-breakpoint
ALTER TABLE "calendar_year" ADD CONSTRAINT "calendar_year_imported_by_person_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setting_change" ADD CONSTRAINT "setting_change_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setting_decision" ADD CONSTRAINT "setting_decision_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setting_decision" ADD CONSTRAINT "setting_decision_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setting_decision" ADD CONSTRAINT "setting_decision_change" FOREIGN KEY ("key","number","changed_by") REFERENCES "public"."setting_change"("key","number","changed_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "setting_change" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "setting_decision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "calendar_year" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- Every node keeps settings and holidays in memory; this tells all of them when to read anew.
CREATE FUNCTION tell_settings_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('settings_changed', '');
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER tell_settings_changed AFTER INSERT ON "setting_change" FOR EACH STATEMENT EXECUTE FUNCTION tell_settings_changed();--> statement-breakpoint
CREATE TRIGGER tell_settings_changed AFTER INSERT ON "setting_decision" FOR EACH STATEMENT EXECUTE FUNCTION tell_settings_changed();--> statement-breakpoint
CREATE TRIGGER tell_settings_changed AFTER INSERT ON "calendar_year" FOR EACH STATEMENT EXECUTE FUNCTION tell_settings_changed();
