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
