CREATE TABLE "board_choice" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"is_hidden" boolean NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "correction_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"about" text NOT NULL,
	"place" text NOT NULL,
	"wrong" text NOT NULL,
	"right" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	CONSTRAINT "correction_request_about" CHECK ("correction_request"."about" in ('account', 'record'))
);
--> statement-breakpoint
CREATE TABLE "correction_step" (
	"request_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"step" text NOT NULL,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "correction_step_request_id_number_pk" PRIMARY KEY("request_id","number"),
	CONSTRAINT "correction_step_step" CHECK ("correction_step"."step" in ('corrected', 'supplemented', 'refused', 'withdrawn')),
	CONSTRAINT "correction_step_reason" CHECK ("correction_step"."step" = 'withdrawn' or length("correction_step"."reason") >= 4)
);
--> statement-breakpoint
ALTER TABLE "board_choice" ADD CONSTRAINT "board_choice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_step" ADD CONSTRAINT "correction_step_request_id_correction_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."correction_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_step" ADD CONSTRAINT "correction_step_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "correction_request_person_id_requested_at_index" ON "correction_request" USING btree ("person_id","requested_at");--> statement-breakpoint
CREATE INDEX "correction_request_requested_at_index" ON "correction_request" USING btree ("requested_at");--> statement-breakpoint
CREATE INDEX "correction_step_by_index" ON "correction_step" USING btree ("by");
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "correction_request" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "correction_step" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
