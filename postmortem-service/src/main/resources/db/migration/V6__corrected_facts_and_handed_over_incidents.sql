-- What people say of facts that were measured wrongly, oldest first; nothing is ever taken out.
alter table postmortem add column corrections jsonb not null default '[]';

-- Every incident that was handed over, whether it got a report or not: a report can be opened by hand later.
create table handover (
    incident_id uuid        primary key,
    received_at timestamptz not null,
    document    jsonb       not null
);
