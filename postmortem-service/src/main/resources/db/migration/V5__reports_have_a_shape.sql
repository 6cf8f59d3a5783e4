-- Shapes that an administrator gives to reports. A report keeps a copy of its own.
create table template (
    id         uuid        primary key,
    name       text        not null,
    for_new    boolean     not null,
    version    integer     not null,
    updated_at timestamptz not null,
    shape      jsonb       not null
);
create unique index template_name on template (lower(name));
create unique index template_for_new on template (for_new) where for_new;

alter table postmortem add column shape jsonb;
