-- When no alert leaves. A row is never changed but for its end: an edit ends it and begins another of the same series,
-- so that what was maintenance stays maintenance in every figure.
create table maintenance_window (
    id uuid primary key,
    series uuid not null,
    version integer not null,
    name text not null,
    everything boolean not null,
    check_ids uuid[] not null,
    service_ids uuid[] not null,
    team_ids uuid[] not null,
    starts timestamp not null,
    zone text not null,
    duration_ms bigint not null check (duration_ms > 0),
    rrule text,
    made_by text not null,
    valid_from timestamptz not null,
    valid_to timestamptz check (valid_to >= valid_from)
);
create unique index maintenance_window_current on maintenance_window (series) where valid_to is null;
create index maintenance_window_history on maintenance_window (valid_from, valid_to);
