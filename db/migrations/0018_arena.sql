CREATE TABLE "arena_ballot" (
	"hearing_id" uuid NOT NULL,
	"seat_id" text NOT NULL,
	"kind" text NOT NULL,
	"side" text NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"body" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "arena_ballot_hearing_id_seat_id_kind_side_version_pk" PRIMARY KEY("hearing_id","seat_id","kind","side","version"),
	CONSTRAINT "arena_ballot_kind" CHECK ("arena_ballot"."kind" in ('real', 'shadow')),
	CONSTRAINT "arena_ballot_state" CHECK ("arena_ballot"."state" in ('draft', 'sealed', 'confirmed'))
);
--> statement-breakpoint
CREATE TABLE "arena_command" (
	"hearing_id" uuid NOT NULL,
	"client_key" uuid NOT NULL,
	"digest" text NOT NULL,
	"first_seq" integer NOT NULL,
	"last_seq" integer NOT NULL,
	CONSTRAINT "arena_command_hearing_id_client_key_pk" PRIMARY KEY("hearing_id","client_key")
);
--> statement-breakpoint
CREATE TABLE "arena_event" (
	"hearing_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"audience" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "arena_event_hearing_id_seq_pk" PRIMARY KEY("hearing_id","seq"),
	CONSTRAINT "arena_event_audience" CHECK ("arena_event"."audience" in ('all', 'open', 'room', 'plaintiff', 'defendant', 'third', 'panel'))
);
--> statement-breakpoint
CREATE TABLE "arena_hearing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"bundle_id" text NOT NULL,
	"bundle_version" integer NOT NULL,
	"procedure_id" text NOT NULL,
	"procedure_version" integer NOT NULL,
	"mode" text NOT NULL,
	"frame" jsonb NOT NULL,
	"result_rule" text NOT NULL,
	"is_public" boolean NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"scheduled_by" uuid NOT NULL,
	"scheduled_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	"head_seq" integer DEFAULT 0 NOT NULL,
	"head_at" bigint DEFAULT 0 NOT NULL,
	"stage" text,
	"published_at" timestamp with time zone,
	CONSTRAINT "arena_hearing_mode" CHECK ("arena_hearing"."mode" in ('hall', 'online')),
	CONSTRAINT "arena_hearing_result_rule" CHECK ("arena_hearing"."result_rule" in ('mean', 'trimmed', 'majority'))
);
--> statement-breakpoint
CREATE TABLE "arena_seat" (
	"hearing_id" uuid NOT NULL,
	"seat_id" text NOT NULL,
	"person_id" uuid,
	"link_hash" text,
	"link_expires_at" timestamp with time zone,
	"assigned_by" uuid NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "arena_seat_hearing_id_seat_id_pk" PRIMARY KEY("hearing_id","seat_id"),
	CONSTRAINT "arena_seat_link" UNIQUE("link_hash"),
	CONSTRAINT "arena_seat_one_holder" CHECK (num_nonnulls("arena_seat"."person_id", "arena_seat"."link_hash") <= 1)
);
--> statement-breakpoint
ALTER TABLE "arena_ballot" ADD CONSTRAINT "arena_ballot_hearing_id_arena_hearing_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."arena_hearing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arena_command" ADD CONSTRAINT "arena_command_hearing_id_arena_hearing_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."arena_hearing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arena_event" ADD CONSTRAINT "arena_event_hearing_id_arena_hearing_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."arena_hearing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arena_hearing" ADD CONSTRAINT "arena_hearing_scheduled_by_person_id_fk" FOREIGN KEY ("scheduled_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arena_seat" ADD CONSTRAINT "arena_seat_hearing_id_arena_hearing_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."arena_hearing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arena_seat" ADD CONSTRAINT "arena_seat_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arena_seat" ADD CONSTRAINT "arena_seat_assigned_by_person_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "arena_hearing_starts_at_index" ON "arena_hearing" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "arena_seat_person_id_index" ON "arena_seat" USING btree ("person_id");--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "arena_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "arena_command" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "arena_ballot" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
