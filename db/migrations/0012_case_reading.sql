CREATE TABLE "case_place" (
	"person_id" uuid NOT NULL,
	"case_id" text NOT NULL,
	"case_version" integer NOT NULL,
	"block" smallint NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_place_person_id_case_id_pk" PRIMARY KEY("person_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "drill_prompt" (
	"officer_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"source" text NOT NULL,
	"prompted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "drill_prompt_officer_id_item_id_pk" PRIMARY KEY("officer_id","item_id")
);
--> statement-breakpoint
ALTER TABLE "drill_set" DROP CONSTRAINT "drill_set_kind";--> statement-breakpoint
ALTER TABLE "checkpoint_answer" ALTER COLUMN "mark" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "case_place" ADD CONSTRAINT "case_place_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_place" ADD CONSTRAINT "case_place_case_id_case_study_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_study"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drill_prompt" ADD CONSTRAINT "drill_prompt_officer_id_person_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drill_prompt" ADD CONSTRAINT "drill_prompt_item_id_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drill_set" ADD CONSTRAINT "drill_set_kind" CHECK ("drill_set"."kind" in ('daily', 'kind', 'mistakes', 'linked'));