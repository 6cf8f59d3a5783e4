-- Checks that are edited in a file: what they are called there, and where they stand.
create table check_code (
    check_id uuid primary key references checks (id),
    key text not null unique,
    file text not null,
    line integer not null
);

-- Every content that was ever applied, by its fingerprint; the one with the latest moment rules now.
create table code_content (
    hash text primary key,
    applied_at timestamptz not null,
    created integer not null,
    changed integer not null,
    ended integer not null,
    unchanged integer not null
);

-- What each replica has in its file: the fingerprint while it is good, what is wrong with it while it is not.
create table code_replica (
    replica uuid primary key,
    alive_until timestamptz not null,
    source text not null,
    hash text,
    read_at timestamptz not null,
    problems jsonb not null
);
