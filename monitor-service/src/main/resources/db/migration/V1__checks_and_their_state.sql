-- What is watched. The singular is a reserved word in SQL.
create table checks (
    id uuid primary key,
    name text not null,
    service_id uuid,
    team_id uuid,
    kind text not null,
    target jsonb not null,
    interval_ms bigint not null check (interval_ms between 1000 and 86400000),
    timeout_ms bigint not null check (timeout_ms between 1 and interval_ms),
    failure_threshold integer not null check (failure_threshold between 1 and 10),
    success_threshold integer not null check (success_threshold between 1 and 10),
    routing_key text,
    events_url text,
    paused boolean not null,
    version integer not null,
    slot integer not null check (slot between 0 and 63),
    created_at timestamptz not null,
    deleted_at timestamptz,
    -- Which transaction touched the row last: replicas ask for what is newer than all they have seen.
    changed xid8 not null default pg_current_xact_id()
);
create index checks_by_name on checks (lower(name), id) where deleted_at is null;
create index checks_by_slot on checks (slot) where deleted_at is null;
create index checks_by_change on checks (changed);

create function stamp_change() returns trigger language plpgsql as $$
begin
    new.changed = pg_current_xact_id();
    return new;
end $$;
create trigger checks_changed before update on checks for each row execute function stamp_change();

-- Where a check stands, streaks included, so that a restart forgets nothing. Written only when it differs.
create table check_state (
    check_id uuid primary key references checks (id),
    state text not null check (state in ('up', 'down', 'unknown', 'paused')),
    since timestamptz not null,
    reason text not null,
    streak_outcome text not null,
    streak_count integer not null,
    streak_since timestamptz not null,
    unknowns integer not null,
    alerting boolean not null,
    attempts jsonb not null,
    revision bigint not null
) with (fillfactor = 80);

-- One row is the history of a change and, where it signals, the message in the outbox.
create table status_change (
    id bigint generated always as identity primary key,
    check_id uuid not null references checks (id),
    at timestamptz not null,
    observed_at timestamptz not null,
    from_state text not null,
    to_state text not null,
    reason text not null,
    signal text check (signal in ('trigger', 'resolve')),
    event jsonb,
    routing_key text,
    events_url text,
    delivery text not null check (delivery in ('none', 'pending', 'delivered', 'rejected')),
    tries integer not null default 0,
    next_try_at timestamptz not null default now(),
    leased_until timestamptz,
    lease uuid,
    delivered_at timestamptz,
    answer text
) with (fillfactor = 80);
create index status_change_of_check on status_change (check_id, id);
create index status_change_observed on status_change (check_id, observed_at);
create index status_change_pending on status_change (check_id, id) where delivery = 'pending';

-- Every result. A partition a day, so that forgetting is dropping a table.
create table result (
    check_id uuid not null,
    at timestamptz not null,
    outcome text not null,
    reason text,
    latency_us bigint not null,
    dns_us bigint not null,
    connect_us bigint not null,
    tls_us bigint not null,
    first_byte_us bigint not null,
    transfer_us bigint not null,
    status integer,
    address text,
    body_sample text
) partition by range (at);
create index result_of_check on result (check_id, at);

-- Who probes what: each check is in one slot, each slot is leased by one replica. The fence grows with each new owner.
create table slot (
    number integer primary key,
    owner uuid,
    fence bigint not null default 0,
    leased_until timestamptz
) with (fillfactor = 50);
insert into slot (number) select generate_series(0, 63);

-- The replicas alive, and how far each is behind its schedule.
create table replica (
    id uuid primary key,
    alive_until timestamptz not null,
    lag_us bigint not null
) with (fillfactor = 50);
