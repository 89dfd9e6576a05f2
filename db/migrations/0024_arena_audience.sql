CREATE TABLE "arena_audience_vote" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hearing_id" uuid NOT NULL,
	"person_id" uuid,
	"device_hash" text,
	"side" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "arena_audience_vote_side" CHECK ("arena_audience_vote"."side" in ('plaintiff', 'defendant')),
	CONSTRAINT "arena_audience_vote_one_voter" CHECK (num_nonnulls("arena_audience_vote"."person_id", "arena_audience_vote"."device_hash") = 1)
);
--> statement-breakpoint
ALTER TABLE "arena_audience_vote" ADD CONSTRAINT "arena_audience_vote_hearing_id_arena_hearing_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."arena_hearing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arena_audience_vote" ADD CONSTRAINT "arena_audience_vote_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "arena_audience_vote_person" ON "arena_audience_vote" USING btree ("hearing_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "arena_audience_vote_device" ON "arena_audience_vote" USING btree ("hearing_id","device_hash");--> statement-breakpoint
CREATE INDEX "arena_audience_vote_person_id_index" ON "arena_audience_vote" USING btree ("person_id");