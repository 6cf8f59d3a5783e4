-- Incidents, their timelines, the pages they cause and the answers people give.

CREATE SEQUENCE incident_number;

CREATE TABLE incident (
    id                     uuid PRIMARY KEY,
    number                 bigint NOT NULL UNIQUE,
    service_id             uuid NOT NULL REFERENCES service (id),
    team_id                uuid NOT NULL REFERENCES team (id),
    policy_id              uuid NOT NULL REFERENCES policy (id),
    integration_id         uuid REFERENCES integration (id) ON DELETE SET NULL,
    dedup_key              text,
    title                  text NOT NULL,
    severity               text NOT NULL CHECK (severity IN ('CRITICAL', 'ERROR', 'WARNING', 'INFO')),
    state                  text NOT NULL CHECK (state IN ('TRIGGERED', 'ACKNOWLEDGED', 'RESOLVED')),
    source                 text,
    check_id               text,
    client                 text,
    client_url             text,
    links                  text NOT NULL DEFAULT '[]',
    details                text,
    signals                integer NOT NULL DEFAULT 1,
    triggered_at           timestamptz NOT NULL,
    -- The first acknowledgement is what MTA measures; the present holder changes when an acknowledgement times out.
    first_acknowledged_at  timestamptz,
    first_acknowledged_id  uuid REFERENCES person (id),
    first_acknowledged_by  text,
    first_acknowledged_via text,
    held_since             timestamptz,
    held_by_id             uuid REFERENCES person (id),
    held_by                text,
    held_via               text,
    hold_expires_at        timestamptz,
    resolved_at            timestamptz,
    resolved_by_id         uuid REFERENCES person (id),
    resolved_by            text,
    resolved_kind          text CHECK (resolved_kind IN ('PERSON', 'SOURCE')),
    -- Where the escalation stands: cycle names the pass, round counts passes since the last trigger, step the last one reached.
    cycle                  integer NOT NULL DEFAULT 1,
    round                  integer NOT NULL DEFAULT 1,
    step                   integer NOT NULL DEFAULT 0,
    next_step_at           timestamptz,
    timeline_length        integer NOT NULL DEFAULT 0,
    imported               boolean NOT NULL DEFAULT false,
    CHECK ((state = 'RESOLVED') = (resolved_at IS NOT NULL)),
    CHECK ((state = 'ACKNOWLEDGED') = (held_since IS NOT NULL))
);

-- "The same trouble": at most one open incident a key.
CREATE UNIQUE INDEX incident_one_open_a_key ON incident (integration_id, dedup_key) WHERE state <> 'RESOLVED';
CREATE INDEX incident_newest_first ON incident (triggered_at DESC, number DESC);
CREATE INDEX incident_of_service ON incident (service_id, triggered_at DESC);
CREATE INDEX incident_of_team ON incident (team_id, triggered_at DESC);
CREATE INDEX incident_open ON incident (state) WHERE state <> 'RESOLVED';
CREATE INDEX incident_step_due ON incident (next_step_at) WHERE state = 'TRIGGERED' AND next_step_at IS NOT NULL;
CREATE INDEX incident_hold_due ON incident (hold_expires_at) WHERE state = 'ACKNOWLEDGED' AND hold_expires_at IS NOT NULL;

-- The newest observation seen for a key, kept after its incident is closed: a late signal must not open it again.
-- Its row lock also puts the signals of one key in a line.
CREATE TABLE signal_key (
    integration_id  uuid NOT NULL REFERENCES integration (id) ON DELETE CASCADE,
    dedup_key       text NOT NULL,
    newest_observed timestamptz,
    last_seen_at    timestamptz NOT NULL,
    PRIMARY KEY (integration_id, dedup_key)
);
CREATE INDEX signal_key_age ON signal_key (last_seen_at);

CREATE TABLE change_event (
    id          uuid PRIMARY KEY,
    service_id  uuid NOT NULL REFERENCES service (id),
    summary     text NOT NULL,
    source      text,
    observed_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    details     text,
    links       text NOT NULL DEFAULT '[]'
);
CREATE INDEX change_event_of_service ON change_event (service_id, observed_at DESC);

-- What happened, in order: seq has no gaps within an incident, change orders everything for live pages.
CREATE TABLE timeline_entry (
    incident_id uuid NOT NULL REFERENCES incident (id),
    seq         integer NOT NULL,
    change      bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    at          timestamptz NOT NULL,
    kind        text NOT NULL,
    body        text NOT NULL,
    person_id   uuid REFERENCES person (id),
    person      text,
    channel     text,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    tx          xid8 NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (incident_id, seq)
);

-- One notification to one person by one method.
CREATE TABLE page (
    id                 uuid PRIMARY KEY,
    incident_id        uuid NOT NULL REFERENCES incident (id),
    person_id          uuid NOT NULL REFERENCES person (id),
    person             text NOT NULL,
    method_id          uuid REFERENCES contact_method (id) ON DELETE SET NULL,
    kind               text NOT NULL CHECK (kind IN ('SMS')),
    address            text NOT NULL,
    cycle              integer NOT NULL,
    step               integer NOT NULL,
    purpose            text NOT NULL,
    priority           smallint NOT NULL,
    state              text NOT NULL CHECK (state IN
                           ('DUE', 'LEASED', 'INTENT', 'ACCEPTED', 'DELIVERED', 'FAILED', 'EXPIRED', 'CANCELLED')),
    created_at         timestamptz NOT NULL,
    due_at             timestamptz NOT NULL,
    stale_at           timestamptz NOT NULL,
    lease_owner        uuid,
    lease_until        timestamptz,
    attempt            integer NOT NULL DEFAULT 0,
    possible_duplicate boolean NOT NULL DEFAULT false,
    sent_at            timestamptz,
    delivered_at       timestamptz,
    UNIQUE (incident_id, cycle, step, method_id, purpose)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX page_due ON page (priority, due_at) WHERE state = 'DUE';
CREATE INDEX page_leased ON page (lease_until) WHERE state IN ('LEASED', 'INTENT');
CREATE INDEX page_of_person ON page (person_id, incident_id);

-- One request to a provider, written before it is made. body_hash finds the text at the provider when the answer was lost.
CREATE TABLE page_attempt (
    id                 uuid PRIMARY KEY,
    page_id            uuid NOT NULL REFERENCES page (id),
    n                  integer NOT NULL,
    at                 timestamptz NOT NULL,
    outcome            text NOT NULL CHECK (outcome IN ('UNKNOWN', 'ACCEPTED', 'REFUSED', 'AMBIGUOUS', 'NOT_SENT')),
    settled_by         text CHECK (settled_by IN ('RESPONSE', 'CALLBACK', 'RECONCILE', 'RESEND')),
    possible_duplicate boolean NOT NULL DEFAULT false,
    body_hash          text NOT NULL,
    provider_id        text,
    status             text,
    error_code         text,
    error              text,
    UNIQUE (page_id, n)
);
CREATE INDEX page_attempt_provider_id ON page_attempt (provider_id);

-- The number a person answers with. Not used again for that person or phone within 24 h, nor while its incident is open.
CREATE TABLE reply_code (
    person_id   uuid NOT NULL REFERENCES person (id),
    incident_id uuid NOT NULL REFERENCES incident (id),
    address     text NOT NULL,
    code        integer NOT NULL,
    last_used   timestamptz NOT NULL,
    PRIMARY KEY (person_id, incident_id)
);
CREATE INDEX reply_code_of_address ON reply_code (address, code);

-- The link in a text: only its hash is kept.
CREATE TABLE ack_link (
    token_hash  text PRIMARY KEY,
    incident_id uuid NOT NULL REFERENCES incident (id),
    person_id   uuid NOT NULL REFERENCES person (id),
    action      text NOT NULL CHECK (action IN ('ACKNOWLEDGE')),
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz
);
CREATE INDEX ack_link_age ON ack_link (expires_at);

-- What the carrier told us, stored before it is understood.
CREATE TABLE inbound_text (
    message_sid  text PRIMARY KEY,
    sender       text NOT NULL,
    recipient    text NOT NULL,
    body         text NOT NULL,
    raw          text NOT NULL,
    received_at  timestamptz NOT NULL,
    processed_at timestamptz,
    result       text,
    reply        text
);
CREATE INDEX inbound_text_sender ON inbound_text (sender, received_at);

CREATE TABLE delivery_report (
    id           uuid PRIMARY KEY,
    message_sid  text NOT NULL,
    status       text NOT NULL,
    attempt_id   uuid,
    error_code   text,
    raw          text NOT NULL,
    received_at  timestamptz NOT NULL,
    processed_at timestamptz,
    UNIQUE (message_sid, status)
);
CREATE INDEX delivery_report_waiting ON delivery_report (received_at) WHERE processed_at IS NULL;

-- Outbox of closed incidents: written with the resolve, sent until the receiver says 2xx.
CREATE TABLE notice (
    id           uuid PRIMARY KEY,
    seq          bigint GENERATED ALWAYS AS IDENTITY,
    incident_id  uuid NOT NULL REFERENCES incident (id),
    body         text NOT NULL,
    created_at   timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    attempts     integer NOT NULL DEFAULT 0,
    lease_until  timestamptz,
    delivered_at timestamptz,
    last_error   text
);
CREATE INDEX notice_waiting ON notice (due_at) WHERE delivered_at IS NULL;
