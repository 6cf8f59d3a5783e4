-- Reports that wait for what their check saw, or will ask once more when the time after the incident has passed. A row
-- goes when there is nothing more to ask for.
create table probe_reading (
    postmortem_id uuid        primary key references postmortem (id) on delete cascade,
    check_id      uuid        not null,
    due_at        timestamptz not null,
    give_up_at    timestamptz not null,
    tries         integer     not null,
    lease_until   timestamptz
);
create index probe_reading_due on probe_reading (due_at);
