-- Every node keeps the sessions it has just checked for some seconds; this tells all of them when to forget.
CREATE FUNCTION tell_identity_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('identity_changed', '');
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER tell_identity_changed AFTER UPDATE OR DELETE OR TRUNCATE ON "session" FOR EACH STATEMENT EXECUTE FUNCTION tell_identity_changed();
--> statement-breakpoint
CREATE TRIGGER tell_identity_changed AFTER UPDATE OR DELETE OR TRUNCATE ON "person" FOR EACH STATEMENT EXECUTE FUNCTION tell_identity_changed();
--> statement-breakpoint
CREATE TRIGGER tell_identity_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "role_grant" FOR EACH STATEMENT EXECUTE FUNCTION tell_identity_changed();
--> statement-breakpoint
CREATE TRIGGER tell_identity_changed AFTER UPDATE OR DELETE OR TRUNCATE ON "unit" FOR EACH STATEMENT EXECUTE FUNCTION tell_identity_changed();
