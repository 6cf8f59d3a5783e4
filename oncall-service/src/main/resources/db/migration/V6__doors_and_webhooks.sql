-- More kinds of tools that report, several keys for each, and who outside is told what happens here.

ALTER TABLE integration DROP CONSTRAINT integration_kind_check;
ALTER TABLE integration ADD CONSTRAINT integration_kind_check
    CHECK (kind IN ('EVENTS_V2', 'ALERTMANAGER', 'GRAFANA', 'GENERIC', 'NAGIOS'));
-- Where a foreign form keeps what we need, as JSON pointers; null: the usual form.
ALTER TABLE integration ADD COLUMN mapping text;

-- A key is replaced by making another; the old one goes on until the tool has the new one, or until a time.
CREATE TABLE integration_key (
    id             uuid PRIMARY KEY,
    integration_id uuid NOT NULL REFERENCES integration (id) ON DELETE CASCADE,
    key_hash       text NOT NULL UNIQUE,
    key_prefix     text NOT NULL,
    created_at     timestamptz NOT NULL,
    last_used_at   timestamptz,
    expires_at     timestamptz,
    revoked_at     timestamptz
);
CREATE INDEX integration_key_of ON integration_key (integration_id, created_at);
INSERT INTO integration_key (id, integration_id, key_hash, key_prefix, created_at, last_used_at, revoked_at)
SELECT gen_random_uuid(), id, key_hash, key_prefix, created_at, last_used_at, deleted_at FROM integration;
ALTER TABLE integration DROP COLUMN key_hash, DROP COLUMN key_prefix, DROP COLUMN last_used_at;

-- The group that named a key last: an alert that its group no longer names has ended.
ALTER TABLE signal_key ADD COLUMN group_hash text;
CREATE INDEX signal_key_of_group ON signal_key (integration_id, group_hash) WHERE group_hash IS NOT NULL;

-- Who outside is told what happens to incidents. The secret signs, so it cannot be kept as a hash.
CREATE TABLE webhook (
    id               uuid PRIMARY KEY,
    name             text NOT NULL,
    team_id          uuid REFERENCES team (id),
    url              text NOT NULL,
    events           text[] NOT NULL,
    secret           text NOT NULL,
    old_secret       text,
    old_secret_until timestamptz,
    created_by_id    uuid NOT NULL REFERENCES person (id),
    created_at       timestamptz NOT NULL,
    failing_since    timestamptz,
    disabled_at      timestamptz,
    disabled_why     text,
    deleted_at       timestamptz,
    version          int NOT NULL
);

-- Without a webhook a notice goes to where postmortems are written, and is never given up.
ALTER TABLE notice ALTER COLUMN incident_id DROP NOT NULL;
ALTER TABLE notice ADD COLUMN webhook_id uuid REFERENCES webhook (id);
ALTER TABLE notice ADD COLUMN event text NOT NULL DEFAULT 'incident.resolved';
ALTER TABLE notice ADD COLUMN give_up_at timestamptz;
ALTER TABLE notice ADD COLUMN given_up_at timestamptz;
DROP INDEX notice_waiting;
CREATE INDEX notice_waiting ON notice (due_at) WHERE delivered_at IS NULL AND given_up_at IS NULL;
CREATE INDEX notice_waiting_of ON notice (incident_id, webhook_id, seq) WHERE delivered_at IS NULL AND given_up_at IS NULL;
CREATE INDEX notice_of_webhook ON notice (webhook_id, seq DESC) WHERE webhook_id IS NOT NULL;

CREATE TABLE notice_try (
    notice_id  uuid NOT NULL REFERENCES notice (id) ON DELETE CASCADE,
    n          int NOT NULL,
    at         timestamptz NOT NULL,
    status     int,
    latency_ms bigint NOT NULL,
    answer     text,
    error      text,
    PRIMARY KEY (notice_id, n)
);

CREATE INDEX page_attempt_at ON page_attempt (at);
