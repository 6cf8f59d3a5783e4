-- What a job that calls us told us last. Whether a call is missing is decided from these instants alone.
create table heartbeat (
    check_id uuid primary key references checks (id),
    -- SHA-256 of the secret in the address; the one before it stays good for a while after a change.
    key_hash bytea unique,
    key_hint text,
    key_made_at timestamptz,
    old_key_hash bytea unique,
    old_key_until timestamptz,
    -- Since when calls are expected, and the rhythm that was expected then.
    armed_at timestamptz not null,
    rhythm text not null,
    started_at timestamptz,
    succeeded_at timestamptz,
    failed_at timestamptz,
    failure text not null default '',
    took_ms bigint
) with (fillfactor = 80);

-- The last calls of each job, as evidence.
create table heartbeat_signal (
    id bigint generated always as identity primary key,
    check_id uuid not null references checks (id),
    at timestamptz not null,
    kind text not null check (kind in ('start', 'success', 'fail', 'log')),
    exit_code integer,
    took_ms bigint,
    run uuid,
    body text,
    address text,
    agent text
);
create index heartbeat_signal_of_check on heartbeat_signal (check_id, id);

-- Until when some replica was there to take calls, and when none was.
create table listening (
    one boolean primary key default true check (one),
    until timestamptz not null
) with (fillfactor = 10);
insert into listening (until) values (now());
create table absence (
    began timestamptz primary key,
    ended timestamptz not null check (ended > began)
);
