-- Who people are, when each of them is on call, and whom a service's trouble reaches.
-- What history may point at is never deleted: people are disabled, the rest carries deleted_at.

create table team (
    id          uuid primary key,
    name        text        not null,
    description text        not null,
    created_at  timestamptz not null,
    deleted_at  timestamptz,
    version     int         not null
);
create unique index team_name on team (lower(name)) where deleted_at is null;

create table person (
    id                   uuid primary key,
    name                 text        not null,
    email                text        not null check (email = lower(email)),
    role                 text        not null check (role in ('VIEWER', 'RESPONDER', 'ADMIN')),
    zone                 text        not null,
    password_hash        text,
    must_change_password boolean     not null,
    created_at           timestamptz not null,
    disabled_at          timestamptz,
    version              int         not null
);
create unique index person_email on person (email);

-- The operator acts by a token from the environment and never signs in; the row gives history a name to point at.
insert into person (id, name, email, role, zone, must_change_password, created_at, disabled_at, version)
values ('00000000-0000-0000-0000-000000000000', 'Operator', 'operator@tocsin.local', 'ADMIN', 'UTC', false,
        '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 0);

create table team_member (
    team_id   uuid not null references team (id),
    person_id uuid not null references person (id),
    primary key (team_id, person_id)
);
create index team_member_person on team_member (person_id);

create table contact_method (
    id           uuid primary key,
    person_id    uuid        not null references person (id),
    kind         text        not null check (kind in ('SMS')),
    address      text        not null,
    created_at   timestamptz not null,
    opted_out_at timestamptz,
    deleted_at   timestamptz
);
create unique index contact_method_address on contact_method (person_id, kind, address) where deleted_at is null;
create index contact_method_by_address on contact_method (address) where deleted_at is null;

create table notification_rule (
    id            uuid primary key,
    person_id     uuid   not null references person (id),
    method_id     uuid   not null references contact_method (id),
    delay_seconds bigint not null check (delay_seconds between 0 and 86400),
    unique (person_id, method_id, delay_seconds)
);

create table schedule (
    id         uuid primary key,
    name       text        not null,
    team_id    uuid        not null references team (id),
    created_at timestamptz not null,
    deleted_at timestamptz,
    version    int         not null
);
create unique index schedule_name on schedule (lower(name)) where deleted_at is null;

-- One row for each edit, none is ever changed: an edit of a rotation must not change who was on call.
create table schedule_plan (
    id             uuid primary key,
    schedule_id    uuid        not null references schedule (id),
    edition        int         not null,
    effective_from timestamptz not null,
    zone           text        not null,
    layers         jsonb       not null,
    created_at     timestamptz not null,
    unique (schedule_id, edition)
);

create table schedule_override (
    id          uuid primary key,
    schedule_id uuid        not null references schedule (id),
    person_id   uuid        not null references person (id),
    start_at    timestamptz not null,
    end_at      timestamptz not null,
    created_at  timestamptz not null,
    check (start_at < end_at)
);
create index schedule_override_of on schedule_override (schedule_id, end_at);

create table policy (
    id         uuid primary key,
    name       text        not null,
    team_id    uuid        not null references team (id),
    repeats    int         not null check (repeats between 0 and 9),
    steps      jsonb       not null,
    created_at timestamptz not null,
    deleted_at timestamptz,
    version    int         not null
);
create unique index policy_name on policy (lower(name)) where deleted_at is null;

create table service (
    id                   uuid primary key,
    name                 text        not null,
    description          text        not null,
    team_id              uuid        not null references team (id),
    policy_id            uuid        not null references policy (id),
    runbook_url          text,
    ack_timeout_seconds  bigint check (ack_timeout_seconds > 0),
    auto_resolve_seconds bigint check (auto_resolve_seconds > 0),
    created_at           timestamptz not null,
    deleted_at           timestamptz,
    version              int         not null
);
create unique index service_name on service (lower(name)) where deleted_at is null;

create table integration (
    id           uuid primary key,
    service_id   uuid        not null references service (id),
    name         text        not null,
    kind         text        not null check (kind in ('EVENTS_V2')),
    key_hash     text        not null unique,
    key_prefix   text        not null,
    created_at   timestamptz not null,
    last_used_at timestamptz,
    deleted_at   timestamptz
);
create index integration_service on integration (service_id);

-- Signing in: only hashes of secrets are kept.
create table session (
    id           uuid primary key,
    person_id    uuid        not null references person (id),
    token_hash   text        not null unique,
    address      text        not null,
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    expires_at   timestamptz not null
);
create index session_person on session (person_id);

create table api_token (
    id           uuid primary key,
    person_id    uuid        not null references person (id),
    name         text        not null,
    token_hash   text        not null unique,
    created_at   timestamptz not null,
    last_used_at timestamptz
);
create index api_token_person on api_token (person_id);

-- Counts wrong passwords for an account, for an address, and for an account from an address it has signed in from.
create table login_throttle (
    subject       text primary key,
    failures      int         not null,
    blocked_until timestamptz not null,
    succeeded_at  timestamptz,
    updated_at    timestamptz not null
);

-- The keys that sign our tokens. Replicas agree on the one active key by the unique index.
create table signing_key (
    id          uuid primary key,
    algorithm   text        not null check (algorithm in ('ES256')),
    private_key bytea       not null,
    public_key  bytea       not null,
    active      boolean     not null,
    created_at  timestamptz not null
);
create unique index signing_key_one_active on signing_key (active) where active;

create table audit_entry (
    seq        bigint generated always as identity primary key,
    id         uuid        not null unique,
    at         timestamptz not null,
    actor_id   uuid        not null,
    actor_name text        not null,
    action     text        not null,
    subject    text        not null,
    detail     text        not null
);
