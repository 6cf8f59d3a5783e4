-- Pictures of reports, as they were made anew from what people sent. The id is a fingerprint of the bytes, and the bytes
-- never change: what a published text shows stays what it was.
create table image (
    id              uuid        primary key,
    postmortem_id   uuid        not null references postmortem (id),
    mime            text        not null check (mime in ('image/png', 'image/jpeg')),
    width           integer     not null check (width between 1 and 12000),
    height          integer     not null check (height between 1 and 12000),
    alt             text        not null check (alt <> ''),
    size            integer     not null check (size = length(bytes)),
    bytes           bytea       not null check (length(bytes) between 1 and 8388608),
    created_at      timestamptz not null,
    created_by_id   uuid,
    created_by_name text
);
create index image_of_postmortem on image (postmortem_id, created_at);
-- Pixels are packed already.
alter table image alter column bytes set storage external;

create function image_is_frozen() returns trigger language plpgsql as $$
begin
    raise exception 'image % is frozen: add another', old.id;
end
$$;

create trigger image_is_frozen before update on image for each row execute function image_is_frozen();
