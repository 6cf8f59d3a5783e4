-- What people answer, so that it can be read later, and the days that figures are read from.

-- STOP, START or HELP where the carrier tells us how it took a text.
ALTER TABLE inbound_text ADD COLUMN carrier_says text;
CREATE INDEX inbound_text_newest ON inbound_text (received_at DESC, message_sid DESC);
CREATE INDEX inbound_text_waiting ON inbound_text (received_at) WHERE processed_at IS NULL;

-- The codes of the last hundred texts of a person or phone are found by these.
CREATE INDEX reply_code_newest_of_person ON reply_code (person_id, last_used DESC);
CREATE INDEX reply_code_newest_of_address ON reply_code (address, last_used DESC);

-- What is measured of the incidents triggered on a day of UTC, packed as DayPack tells.
CREATE SEQUENCE figure_version;
CREATE TABLE figure_day (
    day       integer PRIMARY KEY,     -- days since 1970-01-01
    version   bigint NOT NULL,         -- new with each packing, so that what was read of a day may be kept
    incidents integer NOT NULL,
    pack      bytea NOT NULL
);
ALTER TABLE figure_day ALTER COLUMN pack SET STORAGE EXTERNAL;

-- Incidents whose figures changed since their day was packed: written by triggers in the transaction of the change itself,
-- so that no way of changing an incident can forget it. A figure reads the packs, and these incidents as they are now.
CREATE TABLE figure_change (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    incident_id uuid NOT NULL
);

CREATE FUNCTION figure_of_incident_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure_change (incident_id) VALUES (NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION figure_of_page_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure_change (incident_id) SELECT DISTINCT incident_id FROM written;
    RETURN NULL;
END $$;

CREATE TRIGGER figure_incident_written AFTER INSERT ON incident
    FOR EACH ROW EXECUTE FUNCTION figure_of_incident_changed();
CREATE TRIGGER figure_incident_changed AFTER UPDATE ON incident
    FOR EACH ROW WHEN (
        (OLD.first_acknowledged_at, OLD.held_since, OLD.resolved_at, OLD.resolved_kind, OLD.resolved_by_id,
            OLD.severity, OLD.service_id, OLD.team_id, OLD.triggered_at)
        IS DISTINCT FROM
        (NEW.first_acknowledged_at, NEW.held_since, NEW.resolved_at, NEW.resolved_kind, NEW.resolved_by_id,
            NEW.severity, NEW.service_id, NEW.team_id, NEW.triggered_at))
    EXECUTE FUNCTION figure_of_incident_changed();
-- Being paged is being given the incident: the time to acknowledge of a person begins there.
CREATE TRIGGER figure_page_written AFTER INSERT ON page
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION figure_of_page_changed();

-- What is there already is packed by and by.
INSERT INTO figure_change (incident_id) SELECT id FROM incident ORDER BY triggered_at;
