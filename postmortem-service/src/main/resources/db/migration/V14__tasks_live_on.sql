-- What people promised in a published report, alive until it is done or declined. The published text stays as it was.
create table task (
    id              uuid        primary key,
    postmortem_id   uuid        not null references postmortem (id),
    content_id      uuid        not null,
    position        integer     not null,
    title           text        not null,
    owner_name      text        not null,
    owner_id        uuid,
    due             date,
    zone            text        not null,
    done_when       text        not null,
    link            text        not null,
    watches         text        not null,
    state           text        not null check (state in ('OPEN', 'DONE', 'DECLINED', 'WITHDRAWN')),
    reason          text        not null,
    settled_at      timestamptz,
    settled_by_id   uuid,
    settled_by_name text,
    check_id        uuid,
    check_name      text,
    check_runs_since timestamptz,
    created_at      timestamptz not null,
    unique (postmortem_id, content_id),
    check (state <> 'DECLINED' or reason <> ''),
    check ((state in ('DONE', 'DECLINED')) = (settled_at is not null))
);

create index task_by_day on task (coalesce(due, 'infinity'), id) where state <> 'WITHDRAWN';
create index task_open_of_owner on task (owner_id, due) where state = 'OPEN';
create index task_awaiting_its_check on task (check_id) where state = 'OPEN' and check_id is not null;

-- What people are told of their tasks: each thing once, sent until oncall-service has taken it.
create table task_message (
    id          uuid        primary key,
    task_id     uuid        not null references task (id),
    person_id   uuid        not null,
    kind        text        not null,
    subject     text        not null,
    body        text        not null,
    created_at  timestamptz not null,
    tries       integer     not null,
    next_try_at timestamptz,
    ended_at    timestamptz,
    outcome     text        not null,
    unique (task_id, person_id, kind),
    check ((next_try_at is null) = (ended_at is not null))
);

create index task_message_waiting on task_message (next_try_at) where next_try_at is not null;

-- What was promised before tasks lived on: open, and nobody is told anew.
insert into task (id, postmortem_id, content_id, position, title, owner_name, due, zone, done_when, link, watches,
                  state, reason, created_at)
select gen_random_uuid(), latest.postmortem_id, cast(promised ->> 'id' as uuid), place - 1, promised ->> 'title',
       coalesce(promised ->> 'owner', ''), cast(promised ->> 'due' as date),
       coalesce(latest.content -> 'summary' ->> 'zone', 'UTC'), coalesce(promised ->> 'doneWhen', ''),
       coalesce(promised ->> 'link', ''), '', 'OPEN', '', now()
  from (select distinct on (postmortem_id) postmortem_id, snapshot -> 'content' as content
          from publication order by postmortem_id, number desc) latest
 cross join lateral jsonb_array_elements(latest.content -> 'tasks') with ordinality as t (promised, place)
 where promised ->> 'id' is not null;
