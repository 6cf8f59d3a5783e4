-- What people say about a section of a report while it is written.
create table comment (
    id               uuid        primary key,
    postmortem_id    uuid        not null references postmortem (id),
    section          text        not null,
    text             text        not null,
    at               timestamptz not null,
    by_id            uuid        not null,
    by_name          text        not null,
    resolved_at      timestamptz,
    resolved_by_id   uuid,
    resolved_by_name text,
    check ((resolved_at is null) = (resolved_by_name is null))
);
create index comment_of_postmortem on comment (postmortem_id, at);
