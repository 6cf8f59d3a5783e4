-- A short name of a check for tables with a row a probe: 4 bytes instead of 16, in the row and again in its index.
alter table checks add column number integer generated always as identity;
create unique index checks_by_number on checks (number);

-- Every result, in about 68 bytes instead of 190: what is searched or summed has a column, the rest is packed (the class
-- Detail says how). Outcome: u up, s slow, d down, ? unknown. Results of the older shape are not carried over.
drop table result;
create table result (
    at timestamptz not null,
    check_no integer not null,
    latency_us real not null,
    outcome "char" not null,
    detail bytea not null,
    reason text,
    body_sample text
) partition by range (at);
alter table result alter column detail set storage plain;
create index result_of_check on result (check_no, at);

-- Ten minutes of a check, minute by minute, in one row; then hours and days. What is unknown as a whole has no row.
create table rollup_minute (
    check_no integer not null,
    at timestamptz not null,
    figures bytea not null,
    primary key (check_no, at)
) partition by range (at);
create table rollup_hour (
    check_no integer not null,
    at timestamptz not null,
    figures bytea not null,
    primary key (check_no, at)
) partition by range (at);
create table rollup_day (
    check_no integer not null,
    at timestamptz not null,
    figures bytea not null,
    primary key (check_no, at)
) partition by range (at);

-- Up to when everything is rolled up, and after which check to go on within the ten minutes that follow.
create table rollup_progress (
    only_one boolean primary key default true check (only_one),
    until timestamptz not null,
    after_no integer not null default 0
);
insert into rollup_progress (until) values (date_bin('10 minutes', now(), 'epoch'));

-- What was written although its time may have been rolled up already: that time is rolled up again. Marked in the
-- transaction of the write itself, by the clock of the database, so that none is missed however late a writer is.
create table rollup_late (
    id bigint generated always as identity primary key,
    check_no integer not null,
    at timestamptz not null
);

create function mark_late_result() returns trigger language plpgsql as $$
begin
    insert into rollup_late (check_no, at) values (new.check_no, new.at);
    return null;
end $$;
create trigger result_late after insert on result
    for each row when (new.at < statement_timestamp() - interval '2 minutes') execute function mark_late_result();

-- A change is true from its moment until the next one, so all from its moment on is to be looked at again.
create function mark_late_change() returns trigger language plpgsql as $$
begin
    insert into rollup_late (check_no, at)
    select c.number, t from checks c,
        generate_series(date_bin('10 minutes', new.observed_at, 'epoch'), statement_timestamp(), interval '10 minutes') t
    where c.id = new.check_id and new.observed_at > statement_timestamp() - interval '3 days';
    return null;
end $$;
create trigger change_late after insert on status_change
    for each row when (new.observed_at < statement_timestamp() - interval '2 minutes') execute function mark_late_change();

create function mark_late_failure() returns trigger language plpgsql as $$
begin
    insert into rollup_late (check_no, at)
    select c.number, t from checks c,
        generate_series(date_bin('10 minutes', new.began, 'epoch'), new.ended, interval '10 minutes') t
    where c.id = new.check_id and new.began > statement_timestamp() - interval '3 days';
    return null;
end $$;
create trigger failure_late after insert on unconfirmed_failure
    for each row when (new.began < statement_timestamp() - interval '2 minutes') execute function mark_late_failure();
