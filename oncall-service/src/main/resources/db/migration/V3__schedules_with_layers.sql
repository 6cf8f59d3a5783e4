-- Schedules as people keep them: overrides of three kinds, temporary schedules, calendars, and what was said of holes.

alter table schedule_override
    add column kind text not null default 'REPLACE' check (kind in ('REPLACE', 'REMOVE', 'ADD')),
    add column replaces_id uuid references person (id),
    add check (replaces_id is null or kind = 'REPLACE' and replaces_id <> person_id);
alter table schedule_override
    alter column kind drop default;

create table schedule_temporary (
    id          uuid primary key,
    schedule_id uuid        not null references schedule (id),
    name        text        not null,
    start_at    timestamptz not null,
    end_at      timestamptz not null,
    shifts      jsonb       not null,
    created_at  timestamptz not null,
    check (start_at < end_at)
);
create index schedule_temporary_of on schedule_temporary (schedule_id, end_at);

-- A secret address each, of which only the hash is kept. Without a schedule: the person's own shifts in all of them.
create table calendar_feed (
    id           uuid primary key,
    person_id    uuid        not null references person (id),
    schedule_id  uuid references schedule (id),
    token_hash   text        not null unique,
    created_at   timestamptz not null,
    rotated_at   timestamptz not null,
    last_used_at timestamptz
);
create index calendar_feed_person on calendar_feed (person_id);

-- What the owners of a service have been told about its cover, so that they are told once.
create table coverage_notice (
    subject  text primary key,
    begins   timestamptz not null,
    told_at  timestamptz not null
);
