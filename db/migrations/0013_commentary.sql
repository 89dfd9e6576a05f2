CREATE TABLE "case_nomination" (
	"quarter" text NOT NULL,
	"case_id" text NOT NULL,
	"case_version" integer NOT NULL,
	"reason" text NOT NULL,
	"nominated_by" uuid NOT NULL,
	"nominated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_nomination_quarter_case_id_pk" PRIMARY KEY("quarter","case_id"),
	CONSTRAINT "case_nomination_quarter" CHECK ("case_nomination"."quarter" ~ '^20[0-9][0-9]-Q[1-4]$')
);
--> statement-breakpoint
CREATE TABLE "case_score_sheet" (
	"quarter" text NOT NULL,
	"case_id" text NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"sheet" jsonb NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_score_sheet_quarter_case_id_reviewer_id_pk" PRIMARY KEY("quarter","case_id","reviewer_id")
);
--> statement-breakpoint
CREATE TABLE "commentary_action" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"text" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"done_note" text,
	"done_by" uuid,
	"done_at" timestamp with time zone,
	CONSTRAINT "commentary_action_number" UNIQUE("meeting_id","number"),
	CONSTRAINT "commentary_action_done" CHECK (("commentary_action"."done_at" is null) = ("commentary_action"."done_note" is null) and ("commentary_action"."done_at" is null) = ("commentary_action"."done_by" is null))
);
--> statement-breakpoint
CREATE TABLE "commentary_comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"area" text NOT NULL,
	"paragraph" smallint,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "commentary_comment_area" CHECK ("commentary_comment"."area" in ('facts', 'procedure', 'evidence', 'law', 'discretion')),
	CONSTRAINT "commentary_comment_paragraph" CHECK ("commentary_comment"."paragraph" >= 0)
);
--> statement-breakpoint
CREATE TABLE "commentary_decision" (
	"comment_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"into" uuid,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "commentary_decision_comment_id_number_pk" PRIMARY KEY("comment_id","number"),
	CONSTRAINT "commentary_decision_decision" CHECK ("commentary_decision"."decision" in ('accepted', 'returned', 'merged', 'withdrawn')),
	CONSTRAINT "commentary_decision_into" CHECK (("commentary_decision"."decision" = 'merged') = ("commentary_decision"."into" is not null)),
	CONSTRAINT "commentary_decision_reason" CHECK ("commentary_decision"."decision" <> 'returned' or "commentary_decision"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "commentary_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	"case_id" text NOT NULL,
	"case_version" integer NOT NULL,
	"minutes" smallint NOT NULL,
	"expert_id" uuid NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "commentary_item_once" UNIQUE("meeting_id","case_id"),
	CONSTRAINT "commentary_item_minutes" CHECK ("commentary_item"."minutes" between 5 and 180),
	CONSTRAINT "commentary_item_times" CHECK ("commentary_item"."ended_at" is null or ("commentary_item"."started_at" is not null and "commentary_item"."ended_at" >= "commentary_item"."started_at"))
);
--> statement-breakpoint
CREATE TABLE "commentary_meeting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"chair_id" uuid NOT NULL,
	"recorder_id" uuid NOT NULL,
	"planned_by" uuid NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"changes" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commentary_minutes" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL,
	"digest" text NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commentary_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commentary_note_text" (
	"note_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "commentary_note_text_note_id_revision_pk" PRIMARY KEY("note_id","revision")
);
--> statement-breakpoint
CREATE TABLE "commentary_speaker" (
	"item_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "commentary_speaker_item_id_place_pk" PRIMARY KEY("item_id","place"),
	CONSTRAINT "commentary_speaker_once" UNIQUE("item_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "commentary_step" (
	"meeting_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "commentary_step_meeting_id_number_pk" PRIMARY KEY("meeting_id","number"),
	CONSTRAINT "commentary_step_state" CHECK ("commentary_step"."state" in ('planned', 'open', 'held', 'published', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "commentary_verdict" (
	"item_id" uuid NOT NULL,
	"revision" smallint NOT NULL,
	"strengths" text NOT NULL,
	"faults" text NOT NULL,
	"better" text NOT NULL,
	"lesson" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "commentary_verdict_item_id_revision_pk" PRIMARY KEY("item_id","revision")
);
--> statement-breakpoint
ALTER TABLE "manuscript" DROP CONSTRAINT "manuscript_kind";--> statement-breakpoint
ALTER TABLE "case_nomination" ADD CONSTRAINT "case_nomination_case_id_case_study_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_study"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_nomination" ADD CONSTRAINT "case_nomination_nominated_by_person_id_fk" FOREIGN KEY ("nominated_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_nomination" ADD CONSTRAINT "case_nomination_case" FOREIGN KEY ("case_id","case_version") REFERENCES "public"."case_version"("id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_score_sheet" ADD CONSTRAINT "case_score_sheet_reviewer_id_person_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_score_sheet" ADD CONSTRAINT "case_score_sheet_case" FOREIGN KEY ("quarter","case_id") REFERENCES "public"."case_nomination"("quarter","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_action" ADD CONSTRAINT "commentary_action_meeting_id_commentary_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."commentary_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_action" ADD CONSTRAINT "commentary_action_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_action" ADD CONSTRAINT "commentary_action_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_action" ADD CONSTRAINT "commentary_action_done_by_person_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_comment" ADD CONSTRAINT "commentary_comment_meeting_id_commentary_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."commentary_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_comment" ADD CONSTRAINT "commentary_comment_item_id_commentary_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."commentary_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_comment" ADD CONSTRAINT "commentary_comment_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_decision" ADD CONSTRAINT "commentary_decision_comment_id_commentary_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."commentary_comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_decision" ADD CONSTRAINT "commentary_decision_into_commentary_comment_id_fk" FOREIGN KEY ("into") REFERENCES "public"."commentary_comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_decision" ADD CONSTRAINT "commentary_decision_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_item" ADD CONSTRAINT "commentary_item_meeting_id_commentary_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."commentary_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_item" ADD CONSTRAINT "commentary_item_expert_id_person_id_fk" FOREIGN KEY ("expert_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_item" ADD CONSTRAINT "commentary_item_case" FOREIGN KEY ("case_id","case_version") REFERENCES "public"."case_version"("id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_meeting" ADD CONSTRAINT "commentary_meeting_chair_id_person_id_fk" FOREIGN KEY ("chair_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_meeting" ADD CONSTRAINT "commentary_meeting_recorder_id_person_id_fk" FOREIGN KEY ("recorder_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_meeting" ADD CONSTRAINT "commentary_meeting_planned_by_person_id_fk" FOREIGN KEY ("planned_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_minutes" ADD CONSTRAINT "commentary_minutes_meeting_id_commentary_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."commentary_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_minutes" ADD CONSTRAINT "commentary_minutes_published_by_person_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_note" ADD CONSTRAINT "commentary_note_meeting_id_commentary_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."commentary_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_note" ADD CONSTRAINT "commentary_note_item_id_commentary_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."commentary_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_note" ADD CONSTRAINT "commentary_note_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_note_text" ADD CONSTRAINT "commentary_note_text_note_id_commentary_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."commentary_note"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_speaker" ADD CONSTRAINT "commentary_speaker_item_id_commentary_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."commentary_item"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_speaker" ADD CONSTRAINT "commentary_speaker_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_step" ADD CONSTRAINT "commentary_step_meeting_id_commentary_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."commentary_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_step" ADD CONSTRAINT "commentary_step_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_verdict" ADD CONSTRAINT "commentary_verdict_item_id_commentary_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."commentary_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_verdict" ADD CONSTRAINT "commentary_verdict_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commentary_action_owner_id_index" ON "commentary_action" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "commentary_comment_meeting_id_at_index" ON "commentary_comment" USING btree ("meeting_id","at");--> statement-breakpoint
CREATE INDEX "commentary_comment_author_id_index" ON "commentary_comment" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "commentary_decision_into_index" ON "commentary_decision" USING btree ("into");--> statement-breakpoint
CREATE INDEX "commentary_item_case_id_index" ON "commentary_item" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "commentary_meeting_starts_at_index" ON "commentary_meeting" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "commentary_note_meeting_id_at_index" ON "commentary_note" USING btree ("meeting_id","at");--> statement-breakpoint
ALTER TABLE "manuscript" ADD CONSTRAINT "manuscript_kind" CHECK ("manuscript"."kind" in ('case', 'public-case', 'item', 'drafting-task', 'drafting-guide', 'discretion-case'));--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "commentary_step" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "commentary_note_text" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "commentary_comment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "commentary_decision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "commentary_verdict" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "commentary_minutes" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "case_nomination" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "case_score_sheet" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
