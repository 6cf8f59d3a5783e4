-- One report an incident. What is measured and what is typed are documents; what is listed, filtered or ordered by is a
-- column.
create table postmortem (
    id              uuid        primary key,
    incident_id     uuid        not null unique,
    incident_number bigint      not null,
    occurred_at     timestamptz not null,
    service_id      uuid        not null,
    service_name    text        not null,
    team_id         uuid,
    team_name       text,
    severity        text        not null,
    check_id        text,
    state           text        not null check (state in ('DRAFT', 'PUBLISHED', 'DECLINED')),
    title           text        not null,
    owner_id        uuid,
    owner_name      text,
    due_at          timestamptz,
    version         integer     not null,
    incident        jsonb       not null,
    facts           jsonb       not null,
    content         jsonb       not null,
    publications    jsonb       not null,
    first_published_at timestamptz,
    decline_reason  text,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    updated_by_id   uuid,
    updated_by_name text,
    check ((state = 'DECLINED') = (decline_reason is not null)),
    check (state <> 'PUBLISHED' or first_published_at is not null)
);

-- The list, newest first, read page by page from a key.
create index postmortem_newest on postmortem (occurred_at desc, id desc);
create index postmortem_drafts on postmortem (occurred_at desc, id desc) where state = 'DRAFT';
create index postmortem_of_team on postmortem (team_id, occurred_at desc, id desc);

-- What readers were given, frozen. A correction is a further row with a note.
create table publication (
    postmortem_id     uuid        not null references postmortem (id),
    number            integer     not null check (number > 0),
    published_at      timestamptz not null,
    published_by_id   uuid,
    published_by_name text,
    note              text        not null,
    snapshot          jsonb       not null,
    hash              text        not null,
    primary key (postmortem_id, number),
    check (number = 1 or note <> '')
);

create function publication_is_frozen() returns trigger language plpgsql as $$
begin
    raise exception 'publication % of postmortem % is frozen: publish a correction', old.number, old.postmortem_id;
end
$$;

create trigger publication_is_frozen before update or delete on publication
    for each row execute function publication_is_frozen();
