-- How a check is judged: m failures of n, slow apart from down, flapping, what it stands behind.
alter table checks
    add column failure_window integer,
    add column degraded_ms bigint check (degraded_ms > 0),
    add column detect_flapping boolean not null default true;
update checks set failure_window = failure_threshold;
alter table checks
    alter column failure_window set not null,
    add check (failure_window between failure_threshold and 20);

-- A child that fails while a parent is down is unreachable, and nobody is paged again.
create table check_parent (
    child uuid not null references checks (id),
    parent uuid not null references checks (id),
    primary key (child, parent),
    check (child <> parent)
);
create index check_parent_children on check_parent (parent);

-- The last results as marks (+ ~ -) instead of one streak; the way up counted apart.
alter table check_state
    add column cause text,
    add column recent text not null default '',
    add column flips integer not null default 0,
    add column flapping boolean not null default false,
    add column changed_at timestamptz;
update check_state set
    recent = case when streak_outcome = 'down' then repeat('-', streak_count) else '' end,
    streak_count = case when streak_outcome = 'up' and state <> 'up' then streak_count else 0 end,
    cause = case when state = 'unknown' then 'never-probed' end,
    changed_at = since;
alter table check_state drop column streak_outcome;
alter table check_state rename column streak_count to good_count;
alter table check_state rename column streak_since to good_since;
alter table check_state alter column changed_at set not null;
alter table check_state drop constraint check_state_state_check;
alter table check_state add constraint check_state_state_check
    check (state in ('up', 'degraded', 'down', 'unreachable', 'unknown', 'paused'));

-- What led to a change: every attempt, and what differed from the last good one.
alter table status_change add column evidence jsonb;

-- Failures that the next probe did not confirm: they page nobody, and their time counts as down.
create table unconfirmed_failure (
    id bigint generated always as identity primary key,
    check_id uuid not null references checks (id),
    began timestamptz not null,
    ended timestamptz not null check (ended >= began),
    reason text not null,
    attempts jsonb not null
);
create index unconfirmed_failure_of_check on unconfirmed_failure (check_id, began);

-- How late a probe started, and whether it confirmed another.
alter table result
    add column late_us bigint not null default 0,
    add column confirming boolean not null default false;
