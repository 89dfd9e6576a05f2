CREATE TABLE "audit_purge" (
	"seal" integer PRIMARY KEY NOT NULL,
	"until_number" bigint NOT NULL,
	"entries" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"months" integer NOT NULL,
	"purged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_purge_age" CHECK ("audit_purge"."purged_at" - "audit_purge"."last_at" >= interval '180 days')
);
--> statement-breakpoint
CREATE TABLE "audit_seal" (
	"number" integer PRIMARY KEY NOT NULL,
	"from_number" bigint NOT NULL,
	"until_number" bigint NOT NULL,
	"entries" integer NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"root" text NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_seal_until" UNIQUE("number","until_number"),
	CONSTRAINT "audit_seal_number" CHECK ("audit_seal"."number" > 0),
	CONSTRAINT "audit_seal_run" CHECK ("audit_seal"."until_number" > "audit_seal"."from_number" and "audit_seal"."entries" > 0)
);
--> statement-breakpoint
CREATE SEQUENCE "audit_entry_number";--> statement-breakpoint
-- The transaction has its own number before it takes one here: whoever sees this number taken can wait for all that might still hold a lower one.
CREATE FUNCTION next_audit_number() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_current_xact_id();
	RETURN nextval('audit_entry_number');
END
$$;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD COLUMN "number" bigint DEFAULT next_audit_number() NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_purge" ADD CONSTRAINT "audit_purge_seal" FOREIGN KEY ("seal","until_number") REFERENCES "public"."audit_seal"("number","until_number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entry_number_index" ON "audit_entry" USING btree ("number");--> statement-breakpoint
CREATE INDEX "audit_entry_time" ON "audit_entry" USING btree ("at","number");--> statement-breakpoint
CREATE INDEX "audit_entry_actor" ON "audit_entry" USING btree ("actor_id","at","number");--> statement-breakpoint
CREATE INDEX "audit_entry_subject" ON "audit_entry" USING btree ("subject","at","number");--> statement-breakpoint
CREATE INDEX "audit_entry_use_case" ON "audit_entry" USING btree ("use_case","at","number");--> statement-breakpoint
CREATE INDEX "audit_entry_room" ON "audit_entry" USING btree (split_part(use_case, '.', 1),"at","number");--> statement-breakpoint
ALTER SEQUENCE "audit_entry_number" OWNED BY "audit_entry"."number";--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_seal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_purge" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- What was sealed and is older than the office keeps it may go, once that is written down in audit_purge; nothing else ever does.
CREATE FUNCTION refuse_unless_purged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD.number <= (SELECT max(until_number) FROM audit_purge) THEN
		RETURN OLD;
	END IF;
	RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;--> statement-breakpoint
DROP TRIGGER append_only ON "audit_entry";--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER purged_only BEFORE DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_unless_purged();
