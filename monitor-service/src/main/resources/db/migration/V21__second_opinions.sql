-- Failures that one replica asks another to look at, and what that one saw. Nothing of it outlives a minute.
create unlogged table second_opinion (
    id uuid primary key,
    check_id uuid not null,
    asked_by uuid not null,
    until timestamptz not null,
    taken_by uuid,
    answer jsonb
);
