-- Who may change what a team owns, why each person was paged or not, and the turns an open incident may take:
-- reassigned, snoozed, quiet while its service is in maintenance, closed because nobody said more.

-- Members so far could change everything; they keep that. Whoever is added from now on answers pages unless told more.
ALTER TABLE team_member ADD COLUMN role text NOT NULL DEFAULT 'MANAGER' CHECK (role IN ('VIEWER', 'RESPONDER', 'MANAGER'));
ALTER TABLE team_member ALTER COLUMN role SET DEFAULT 'RESPONDER';

ALTER TABLE service ADD COLUMN urgency text NOT NULL DEFAULT 'BY_SEVERITY'
    CHECK (urgency IN ('BY_SEVERITY', 'ALWAYS_HIGH', 'ALWAYS_LOW'));

ALTER TABLE incident ADD COLUMN urgency text NOT NULL DEFAULT 'HIGH' CHECK (urgency IN ('HIGH', 'LOW'));
UPDATE incident SET urgency = 'LOW' WHERE severity IN ('WARNING', 'INFO');
ALTER TABLE incident ADD COLUMN last_signal_at timestamptz;
UPDATE incident SET last_signal_at = triggered_at;
ALTER TABLE incident ALTER COLUMN last_signal_at SET NOT NULL;
ALTER TABLE incident ADD COLUMN snoozed_until timestamptz;
-- The window that keeps it quiet, and until when; a person's explicit wish to page goes before that window.
ALTER TABLE incident ADD COLUMN maintenance_id uuid;
ALTER TABLE incident ADD COLUMN maintenance_until timestamptz;
ALTER TABLE incident ADD COLUMN maintenance_waived_until timestamptz;
ALTER TABLE incident DROP CONSTRAINT incident_resolved_kind_check;
ALTER TABLE incident ADD CONSTRAINT incident_resolved_kind_check CHECK (resolved_kind IN ('PERSON', 'SOURCE', 'TIMEOUT'));

-- Why somebody was paged, or was not. schedule_id is set when the person was reached because of a schedule: whoever
-- takes over that schedule while the incident waits is paged too.
CREATE TABLE paging_decision (
    id          uuid PRIMARY KEY,
    seq         bigint GENERATED ALWAYS AS IDENTITY,
    incident_id uuid NOT NULL REFERENCES incident (id),
    at          timestamptz NOT NULL,
    cycle       integer NOT NULL,
    step        integer NOT NULL,
    person_id   uuid REFERENCES person (id),
    person      text,
    schedule_id uuid REFERENCES schedule (id),
    verdict     text NOT NULL CHECK (verdict IN ('PAGED', 'NOT_PAGED', 'HELD')),
    reason      text NOT NULL,
    text        text NOT NULL,
    link        text
);
CREATE INDEX paging_decision_of_incident ON paging_decision (incident_id, cycle, seq);

-- When a service is being worked on: wall times in a zone, once or by an RFC 5545 rule. What began before ended_at is over.
CREATE TABLE maintenance_window (
    id         uuid PRIMARY KEY,
    service_id uuid        NOT NULL REFERENCES service (id),
    title      text        NOT NULL,
    zone       text        NOT NULL,
    start_wall timestamp   NOT NULL,
    end_wall   timestamp   NOT NULL,
    rrule      text,
    ended_at   timestamptz,
    created_at timestamptz NOT NULL,
    created_by text        NOT NULL,
    deleted_at timestamptz,
    version    int         NOT NULL,
    CHECK (start_wall < end_wall)
);
CREATE INDEX maintenance_window_of_service ON maintenance_window (service_id, start_wall DESC, id) WHERE deleted_at IS NULL;

-- What a window kept quiet: shown on the window and on the incident.
CREATE TABLE maintenance_suppression (
    window_id        uuid        NOT NULL REFERENCES maintenance_window (id),
    occurrence_start timestamptz NOT NULL,
    incident_id      uuid        NOT NULL REFERENCES incident (id),
    at               timestamptz NOT NULL,
    pages            int         NOT NULL,
    PRIMARY KEY (window_id, occurrence_start, incident_id)
);
CREATE INDEX maintenance_suppression_of_incident ON maintenance_suppression (incident_id);
