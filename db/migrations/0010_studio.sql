CREATE TABLE "manuscript" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"fields" jsonb NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp with time zone NOT NULL,
	"piece_id" text,
	"based_on" integer,
	"proposal" integer,
	"published_as" integer,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "manuscript_kind" CHECK ("manuscript"."kind" in ('case', 'public-case', 'item', 'drafting-task', 'discretion-case')),
	CONSTRAINT "manuscript_state" CHECK ("manuscript"."state" in ('draft', 'internal-review', 'legal-review', 'published', 'withdrawn', 'superseded', 'discarded')),
	CONSTRAINT "manuscript_published" CHECK (("manuscript"."published_as" is not null) = ("manuscript"."state" in ('published', 'withdrawn', 'superseded')))
);
--> statement-breakpoint
CREATE TABLE "manuscript_author" (
	"manuscript_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "manuscript_author_manuscript_id_person_id_pk" PRIMARY KEY("manuscript_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "manuscript_comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"manuscript_id" uuid NOT NULL,
	"parent_id" uuid,
	"field" text NOT NULL,
	"quote" text NOT NULL,
	"text" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"resolved_by" uuid,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "manuscript_comment_resolved" CHECK (("manuscript_comment"."resolved_by" is null) = ("manuscript_comment"."resolved_at" is null)),
	CONSTRAINT "manuscript_comment_answer" CHECK ("manuscript_comment"."parent_id" is null or "manuscript_comment"."resolved_at" is null)
);
--> statement-breakpoint
CREATE TABLE "manuscript_confirmation" (
	"manuscript_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"found" text NOT NULL,
	"reason" text NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "manuscript_confirmation_manuscript_id_kind_found_pk" PRIMARY KEY("manuscript_id","kind","found")
);
--> statement-breakpoint
CREATE TABLE "manuscript_step" (
	"manuscript_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"act" text NOT NULL,
	"state" text NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "manuscript_step_manuscript_id_number_pk" PRIMARY KEY("manuscript_id","number"),
	CONSTRAINT "manuscript_step_act" CHECK ("manuscript_step"."act" in ('start', 'submit', 'take-back', 'approve-internal', 'return-internal', 'approve-legal', 'return-legal', 'withdraw', 'supersede', 'discard')),
	CONSTRAINT "manuscript_step_state" CHECK ("manuscript_step"."state" in ('draft', 'internal-review', 'legal-review', 'published', 'withdrawn', 'superseded', 'discarded'))
);
--> statement-breakpoint
CREATE TABLE "manuscript_version" (
	"manuscript_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"reason" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "manuscript_version_manuscript_id_number_pk" PRIMARY KEY("manuscript_id","number"),
	CONSTRAINT "manuscript_version_reason" CHECK ("manuscript_version"."reason" in ('start', 'auto', 'kept', 'restore', 'step'))
);
--> statement-breakpoint
CREATE TABLE "studio_image" (
	"digest" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL,
	"mime" text NOT NULL,
	"width" smallint NOT NULL,
	"height" smallint NOT NULL,
	"alt" text NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "studio_image_digest" CHECK ("studio_image"."digest" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "studio_image_mime" CHECK ("studio_image"."mime" in ('image/png', 'image/jpeg', 'image/webp'))
);
--> statement-breakpoint
ALTER TABLE "case_version" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "practice_case_version" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "drafting_piece_version" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "item_version" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "manuscript" ADD CONSTRAINT "manuscript_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manuscript" ADD CONSTRAINT "manuscript_saved_by_person_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manuscript_author" ADD CONSTRAINT "manuscript_author_manuscript_id_manuscript_id_fk" FOREIGN KEY ("manuscript_id") REFERENCES "public"."manuscript"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manuscript_author" ADD CONSTRAINT "manuscript_author_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manuscript_comment" ADD CONSTRAINT "manuscript_comment_manuscript_id_manuscript_id_fk" FOREIGN KEY ("manuscript_id") REFERENCES "public"."manuscript"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manuscript_comment" ADD CONSTRAINT "manuscript_comment_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manuscript_comment" ADD CONSTRAINT "manuscript_comment_resolved_by_person_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manuscript_comment" ADD CONSTRAINT "manuscript_comment_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."manuscript_comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manuscript_confirmation" ADD CONSTRAINT "manuscript_confirmation_manuscript_id_manuscript_id_fk" FOREIGN KEY ("manuscript_id") REFERENCES "public"."manuscript"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manuscript_confirmation" ADD CONSTRAINT "manuscript_confirmation_confirmed_by_person_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manuscript_step" ADD CONSTRAINT "manuscript_step_manuscript_id_manuscript_id_fk" FOREIGN KEY ("manuscript_id") REFERENCES "public"."manuscript"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manuscript_step" ADD CONSTRAINT "manuscript_step_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manuscript_version" ADD CONSTRAINT "manuscript_version_manuscript_id_manuscript_id_fk" FOREIGN KEY ("manuscript_id") REFERENCES "public"."manuscript"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manuscript_version" ADD CONSTRAINT "manuscript_version_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "studio_image" ADD CONSTRAINT "studio_image_uploaded_by_person_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "manuscript_one_open" ON "manuscript" USING btree ("kind","piece_id") WHERE "manuscript"."state" in ('draft', 'internal-review', 'legal-review');--> statement-breakpoint
CREATE INDEX "manuscript_by_state" ON "manuscript" USING btree ("state","state_since");--> statement-breakpoint
CREATE INDEX "manuscript_of_piece" ON "manuscript" USING btree ("kind","piece_id");--> statement-breakpoint
CREATE INDEX "manuscript_author_person_id_index" ON "manuscript_author" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "manuscript_comment_manuscript_id_index" ON "manuscript_comment" USING btree ("manuscript_id");--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "manuscript_step" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "manuscript_version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "manuscript_confirmation" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER resolved_stands BEFORE UPDATE OR DELETE ON "manuscript_comment" FOR EACH ROW WHEN (OLD.resolved_at IS NOT NULL) EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "manuscript_comment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
