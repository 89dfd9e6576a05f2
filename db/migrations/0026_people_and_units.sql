CREATE TABLE "duty_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"role" text,
	"grant_id" uuid,
	"from_on" date,
	"until_on" date,
	"reason" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"verdict" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	CONSTRAINT "duty_request_kind" CHECK ("duty_request"."kind" in ('grant', 'end', 'deactivate', 'reset-password')),
	CONSTRAINT "duty_request_verdict" CHECK ("duty_request"."verdict" in ('confirmed', 'rejected', 'withdrawn', 'expired')),
	CONSTRAINT "duty_request_decided" CHECK (("duty_request"."verdict" is null) = ("duty_request"."decided_at" is null)),
	CONSTRAINT "duty_request_not_oneself" CHECK ("duty_request"."requested_by" <> "duty_request"."person_id"),
	CONSTRAINT "duty_request_not_about_oneself" CHECK ("duty_request"."decided_by" is distinct from "duty_request"."person_id"),
	CONSTRAINT "duty_request_second_person" CHECK ("duty_request"."verdict" not in ('confirmed', 'rejected') or ("duty_request"."decided_by" is not null and "duty_request"."decided_by" <> "duty_request"."requested_by"))
);
--> statement-breakpoint
CREATE TABLE "person_leave" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "person_leave_kind" CHECK ("person_leave"."kind" in ('leave', 'training', 'secondment', 'other')),
	CONSTRAINT "person_leave_period" CHECK ("person_leave"."until_on" >= "person_leave"."from_on")
);
--> statement-breakpoint
CREATE TABLE "person_move" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"from_unit_id" uuid NOT NULL,
	"to_unit_id" uuid NOT NULL,
	"moved_on" date NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "person_move_elsewhere" CHECK ("person_move"."from_unit_id" <> "person_move"."to_unit_id")
);
--> statement-breakpoint
CREATE TABLE "person_standing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_standing_not_oneself" CHECK ("person_standing"."by" <> "person_standing"."person_id")
);
--> statement-breakpoint
CREATE TABLE "unit_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	CONSTRAINT "unit_change_kind" CHECK ("unit_change"."kind" in ('added', 'renamed', 'moved', 'closed', 'reopened'))
);
--> statement-breakpoint
ALTER TABLE "unit" DROP CONSTRAINT "unit_parentId_name_unique";--> statement-breakpoint
ALTER TABLE "role_grant" ADD COLUMN "from_on" date;--> statement-breakpoint
ALTER TABLE "role_grant" ADD COLUMN "until_on" date;--> statement-breakpoint
ALTER TABLE "role_grant" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "role_grant" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "role_grant" ADD COLUMN "end_reason" text;--> statement-breakpoint
ALTER TABLE "unit" ADD COLUMN "closed_on" date;--> statement-breakpoint
ALTER TABLE "duty_request" ADD CONSTRAINT "duty_request_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_request" ADD CONSTRAINT "duty_request_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_request" ADD CONSTRAINT "duty_request_grant_id_role_grant_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."role_grant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_request" ADD CONSTRAINT "duty_request_requested_by_person_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_request" ADD CONSTRAINT "duty_request_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_leave" ADD CONSTRAINT "person_leave_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_leave" ADD CONSTRAINT "person_leave_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_move" ADD CONSTRAINT "person_move_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_move" ADD CONSTRAINT "person_move_from_unit_id_unit_id_fk" FOREIGN KEY ("from_unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_move" ADD CONSTRAINT "person_move_to_unit_id_unit_id_fk" FOREIGN KEY ("to_unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_move" ADD CONSTRAINT "person_move_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_standing" ADD CONSTRAINT "person_standing_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_standing" ADD CONSTRAINT "person_standing_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_change" ADD CONSTRAINT "unit_change_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_change" ADD CONSTRAINT "unit_change_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "duty_request_open" ON "duty_request" USING btree ("person_id") WHERE "duty_request"."verdict" is null;--> statement-breakpoint
CREATE INDEX "person_leave_person_id_index" ON "person_leave" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_move_person_id_index" ON "person_move" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_move_waiting" ON "person_move" USING btree ("person_id") WHERE "person_move"."applied_at" is null and "person_move"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "person_standing_person_id_index" ON "person_standing" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "unit_change_unit_id_index" ON "unit_change" USING btree ("unit_id");--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_by_name" ON "person" USING btree ("name" collate "zh-x-icu","id");--> statement-breakpoint
CREATE INDEX "person_by_certificate" ON "person" USING btree ("certificate_expires_on","id");--> statement-breakpoint
CREATE INDEX "person_by_joining" ON "person" USING btree ("joined_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_name_among_siblings" ON "unit" USING btree ("parent_id","name") WHERE "unit"."closed_on" is null;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_period" CHECK ("role_grant"."until_on" >= "role_grant"."from_on");--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "unit_change" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "person_standing" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
