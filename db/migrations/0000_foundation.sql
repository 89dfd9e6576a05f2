CREATE TABLE "case_study" (
	"id" text PRIMARY KEY NOT NULL,
	"current_version" integer
);
--> statement-breakpoint
CREATE TABLE "case_version" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"origin" text NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"lead" text NOT NULL,
	"polarity" text NOT NULL,
	"industry" text NOT NULL,
	"areas" text[] NOT NULL,
	"as_of" date NOT NULL,
	"difficulty" smallint NOT NULL,
	"minutes" smallint NOT NULL,
	"checkpoints" smallint NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_version_id_version_pk" PRIMARY KEY("id","version"),
	CONSTRAINT "case_version_origin" CHECK ("case_version"."origin" in ('file', 'studio')),
	CONSTRAINT "case_version_status" CHECK ("case_version"."status" in ('draft', 'published', 'withdrawn')),
	CONSTRAINT "case_version_polarity" CHECK ("case_version"."polarity" in ('positive', 'negative', 'mixed'))
);
--> statement-breakpoint
CREATE TABLE "checkpoint_answer" (
	"person_id" uuid NOT NULL,
	"case_id" text NOT NULL,
	"case_version" integer NOT NULL,
	"checkpoint" text NOT NULL,
	"answer" jsonb NOT NULL,
	"mark" smallint NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "checkpoint_answer_person_id_case_id_case_version_checkpoint_pk" PRIMARY KEY("person_id","case_id","case_version","checkpoint")
);
--> statement-breakpoint
CREATE TABLE "drill_answer" (
	"set_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"officer_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"item_version" smallint NOT NULL,
	"answer" jsonb NOT NULL,
	"mark" smallint NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"days_since_last" smallint,
	"days_since_first_success" smallint,
	"was_due" boolean NOT NULL,
	CONSTRAINT "drill_answer_set_id_position_pk" PRIMARY KEY("set_id","position"),
	CONSTRAINT "drill_answer_mark" CHECK ("drill_answer"."mark" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "drill_set" (
	"id" uuid PRIMARY KEY NOT NULL,
	"officer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"picks" jsonb NOT NULL,
	"seed" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "drill_set_kind" CHECK ("drill_set"."kind" in ('daily', 'kind', 'mistakes'))
);
--> statement-breakpoint
CREATE TABLE "item" (
	"id" text PRIMARY KEY NOT NULL,
	"current_version" integer
);
--> statement-breakpoint
CREATE TABLE "item_version" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"origin" text NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"type" text NOT NULL,
	"difficulty" smallint NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "item_version_id_version_pk" PRIMARY KEY("id","version"),
	CONSTRAINT "item_version_origin" CHECK ("item_version"."origin" in ('file', 'studio')),
	CONSTRAINT "item_version_status" CHECK ("item_version"."status" in ('draft', 'published', 'withdrawn')),
	CONSTRAINT "item_version_kind" CHECK ("item_version"."kind" in ('legal-knowledge', 'drafting', 'evidence', 'discretion', 'system')),
	CONSTRAINT "item_version_type" CHECK ("item_version"."type" in ('single', 'multiple', 'truefalse', 'numeric', 'ordering')),
	CONSTRAINT "item_version_difficulty" CHECK ("item_version"."difficulty" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "memory_card" (
	"officer_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"due" timestamp with time zone NOT NULL,
	"stability" real NOT NULL,
	"difficulty" real NOT NULL,
	"reps" smallint NOT NULL,
	"lapses" smallint NOT NULL,
	"state" smallint NOT NULL,
	"last_review" timestamp with time zone NOT NULL,
	"first_success_at" timestamp with time zone,
	"last_mark" smallint NOT NULL,
	"last_set_id" uuid NOT NULL,
	"last_position" smallint NOT NULL,
	CONSTRAINT "memory_card_officer_id_item_id_pk" PRIMARY KEY("officer_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"name" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"certificate_number" text,
	"certificate_expires_on" date,
	"joined_on" date NOT NULL,
	"password_hash" text NOT NULL,
	"must_change_password" boolean NOT NULL,
	"deactivated_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_account_unique" UNIQUE("account"),
	CONSTRAINT "person_account" CHECK ("person"."account" = lower("person"."account"))
);
--> statement-breakpoint
CREATE TABLE "role_grant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "role_grant_role" CHECK ("role_grant"."role" in ('officer', 'trainer', 'legal-reviewer', 'judge', 'organiser', 'supervisor', 'administrator', 'auditor')),
	CONSTRAINT "role_grant_not_oneself" CHECK ("role_grant"."granted_by" is distinct from "role_grant"."person_id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"device" text NOT NULL,
	"address" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_throttle" (
	"subject" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"blocked_until" timestamp with time zone NOT NULL,
	"last_failure_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"parent_id" uuid,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"path" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "unit_parentId_name_unique" UNIQUE("parent_id","name"),
	CONSTRAINT "unit_kind" CHECK ("unit"."kind" in ('bureau', 'brigade', 'town'))
);
--> statement-breakpoint
CREATE TABLE "article_gist" (
	"law_id" text NOT NULL,
	"article" text NOT NULL,
	"version" date NOT NULL,
	"heading" text NOT NULL,
	"gist" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "article_gist_law_id_version_article_pk" PRIMARY KEY("law_id","version","article")
);
--> statement-breakpoint
CREATE TABLE "citation" (
	"kind" text NOT NULL,
	"piece_id" text NOT NULL,
	"piece_version" integer NOT NULL,
	"number" smallint NOT NULL,
	"law_id" text NOT NULL,
	"article" text NOT NULL,
	"paragraph" smallint,
	"item" smallint,
	"as_of" date NOT NULL,
	"version" date NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "citation_kind_piece_id_piece_version_number_pk" PRIMARY KEY("kind","piece_id","piece_version","number")
);
--> statement-breakpoint
CREATE TABLE "law" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"short_titles" text[] NOT NULL,
	"kind" text NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "law_kind" CHECK ("law"."kind" in ('law', 'regulation', 'interpretation', 'rule'))
);
--> statement-breakpoint
CREATE TABLE "law_version" (
	"law_id" text NOT NULL,
	"version" date NOT NULL,
	"in_force_from" date,
	"in_force_until" date,
	"text" text NOT NULL,
	"articles" integer,
	"note" text,
	CONSTRAINT "law_version_law_id_version_pk" PRIMARY KEY("law_id","version"),
	CONSTRAINT "law_version_text" CHECK ("law_version"."text" in ('gist', 'missing', 'full'))
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"use_case" text NOT NULL,
	"subject" text NOT NULL,
	"digest" text NOT NULL,
	"detail" jsonb NOT NULL,
	"request_number" text
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "closed_cycle" (
	"cycle" text PRIMARY KEY NOT NULL,
	"rule_version" integer NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"entries" bigint NOT NULL,
	"heads" jsonb NOT NULL,
	"root" text NOT NULL,
	"board" jsonb NOT NULL,
	"board_digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_entry" (
	"officer_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"day" date NOT NULL,
	"unit_id" uuid NOT NULL,
	"body" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_entry_officer_id_seq_pk" PRIMARY KEY("officer_id","seq")
);
--> statement-breakpoint
CREATE TABLE "ledger_head" (
	"officer_id" uuid PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tally" (
	"cycle" text NOT NULL,
	"officer_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"tally" jsonb NOT NULL,
	"standing" bigint NOT NULL,
	CONSTRAINT "tally_cycle_officer_id_pk" PRIMARY KEY("cycle","officer_id")
);
--> statement-breakpoint
ALTER TABLE "case_version" ADD CONSTRAINT "case_version_id_case_study_id_fk" FOREIGN KEY ("id") REFERENCES "public"."case_study"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkpoint_answer" ADD CONSTRAINT "checkpoint_answer_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkpoint_answer" ADD CONSTRAINT "checkpoint_answer_case_id_case_version_case_version_id_version_fk" FOREIGN KEY ("case_id","case_version") REFERENCES "public"."case_version"("id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drill_answer" ADD CONSTRAINT "drill_answer_set_id_drill_set_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."drill_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drill_set" ADD CONSTRAINT "drill_set_officer_id_person_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_version" ADD CONSTRAINT "item_version_id_item_id_fk" FOREIGN KEY ("id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memory_card" ADD CONSTRAINT "memory_card_officer_id_person_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memory_card" ADD CONSTRAINT "memory_card_item_id_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_granted_by_person_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_unit_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_gist" ADD CONSTRAINT "article_gist_law_id_law_id_fk" FOREIGN KEY ("law_id") REFERENCES "public"."law"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citation" ADD CONSTRAINT "citation_law_id_law_id_fk" FOREIGN KEY ("law_id") REFERENCES "public"."law"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "law_version" ADD CONSTRAINT "law_version_law_id_law_id_fk" FOREIGN KEY ("law_id") REFERENCES "public"."law"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_officer_id_person_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_head" ADD CONSTRAINT "ledger_head_officer_id_person_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally" ADD CONSTRAINT "tally_officer_id_person_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally" ADD CONSTRAINT "tally_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "checkpoint_answer_case_id_index" ON "checkpoint_answer" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "drill_set_one_daily" ON "drill_set" USING btree ("officer_id","day") WHERE "drill_set"."kind" = 'daily';--> statement-breakpoint
CREATE INDEX "drill_set_officer_id_started_at_index" ON "drill_set" USING btree ("officer_id","started_at");--> statement-breakpoint
CREATE INDEX "drill_set_open" ON "drill_set" USING btree ("day") WHERE "drill_set"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "person_unit_id_index" ON "person" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "role_grant_person_id_index" ON "role_grant" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_person_id_index" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "unit_path_index" ON "unit" USING btree ("path");--> statement-breakpoint
CREATE INDEX "citation_law_id_article_index" ON "citation" USING btree ("law_id","article");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entry_source" ON "ledger_entry" USING btree ("source","source_id");--> statement-breakpoint
CREATE INDEX "ledger_entry_day_index" ON "ledger_entry" USING btree ("day");--> statement-breakpoint
CREATE INDEX "tally_cycle_standing_index" ON "tally" USING btree ("cycle","standing");