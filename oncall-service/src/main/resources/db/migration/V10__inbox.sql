-- Events of a flood: taken, durable, and not worked on yet. Integrations take turns; the events of one go by their ids, as
-- far as they share a lane, and a key keeps to its lane.
create table inbox (
    id             bigint      generated always as identity primary key,
    lane           smallint    not null,
    integration_id uuid        not null,
    service_id     uuid        not null,
    signal         jsonb       not null,
    arrived_at     timestamptz not null,
    not_before     timestamptz not null,
    tries          integer     not null default 0
);
create index inbox_in_order on inbox (id) where tries = 0;
create index inbox_of_lane on inbox (lane, integration_id, id);
alter table inbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
