-- One number that grows with each change of what people set up. Whoever remembers settings asks for it first: as long as
-- it is the same, what was read under it still holds, on every replica. It is changed at the very end of the
-- transaction that makes the change: nobody sees the new number beside the old settings, and nobody waits for its row
-- while holding anything else.
CREATE TABLE settings_version (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version bigint NOT NULL
);
INSERT INTO settings_version (version) VALUES (1);

CREATE FUNCTION settings_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE settings_version SET version = version + 1;
    RETURN NULL;
END $$;

DO $$
DECLARE
    settings text;
BEGIN
    FOREACH settings IN ARRAY ARRAY['team', 'team_member', 'person', 'contact_method', 'notification_rule', 'policy',
                                    'service', 'integration', 'schedule', 'schedule_plan', 'maintenance_window',
                                    'webhook', 'channel_stop'] LOOP
        EXECUTE format('CREATE CONSTRAINT TRIGGER settings_changed AFTER INSERT OR UPDATE OR DELETE ON %I'
                       ' DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION settings_changed()', settings);
    END LOOP;
END $$;

-- The use of a key is noted each minute, and nobody remembers it.
CREATE CONSTRAINT TRIGGER settings_changed
    AFTER INSERT OR DELETE OR UPDATE OF key_hash, integration_id, expires_at, revoked_at ON integration_key
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION settings_changed();

-- What waits for a phone or is on its way to it, asked before each text.
DROP INDEX page_waiting_of_method;
CREATE INDEX page_in_hand ON page (method_id) WHERE state IN ('DUE', 'LEASED', 'INTENT');
