-- A report is approved by somebody who did not write it. The round holds who wrote, who asked, who approved.
alter table postmortem drop constraint postmortem_state_check;
alter table postmortem add constraint postmortem_state_check
    check (state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'DECLINED'));
alter table postmortem add column round jsonb not null default '{"authors": []}';
-- Of drafts already begun, whoever saved last is the author we know of.
update postmortem
   set round = jsonb_build_object('authors',
           jsonb_build_array(jsonb_build_object('id', updated_by_id, 'name', updated_by_name)))
 where state = 'DRAFT' and updated_by_id is not null;

-- Who stands for a published version besides its publisher: an approver, or the reason why there is none.
alter table publication
    add column approved_by_id   uuid,
    add column approved_by_name text,
    add column unreviewed       text;

-- Every text a report ever had. Saves of one sitting are one revision: only its last is settled, the others go after a
-- while, since they serve to merge what two people wrote at once.
create table revision (
    postmortem_id uuid        not null references postmortem (id),
    version       integer     not null,
    at            timestamptz not null,
    began_at      timestamptz not null,
    by_id         uuid,
    by_name       text,
    restored_from integer,
    words         integer     not null,
    settled       boolean     not null,
    content       jsonb       not null,
    primary key (postmortem_id, version)
);
insert into revision (postmortem_id, version, at, began_at, by_id, by_name, words, settled, content)
select id, version, updated_at, updated_at, updated_by_id, updated_by_name, 0, true, content from postmortem;

-- What happened to a report besides writing: asked, approved, sent back, published, declined, reopened.
create table step (
    id            uuid        primary key,
    postmortem_id uuid        not null references postmortem (id),
    at            timestamptz not null,
    by_id         uuid,
    by_name       text,
    kind          text        not null,
    text          text        not null,
    version       integer     not null
);
create index step_of_postmortem on step (postmortem_id, at);

-- Who is writing now: for others to see, not to keep anybody out; the version check does that.
create table lease (
    postmortem_id uuid        primary key references postmortem (id),
    holder_id     uuid        not null,
    holder_name   text        not null,
    taken_at      timestamptz not null,
    until         timestamptz not null
);
