-- Words are found in every form and, where the server has the extension, without their accents.
create text search configuration tocsin (copy = english);

do $$
begin
    begin
        create extension if not exists unaccent;
    exception when insufficient_privilege or undefined_file or feature_not_supported then
        raise notice 'unaccent is not to be had: words are searched with their accents';
    end;
    if exists (select 1 from pg_extension where extname = 'unaccent') then
        alter text search configuration tocsin
            alter mapping for hword, hword_part, word with unaccent, english_stem;
    end if;
end
$$;

-- Markdown without its marks, as it reads on the page.
create function without_marks(markdown text) returns text language sql immutable as $$
    select trim(regexp_replace(
        regexp_replace(coalesce(markdown, ''), '!?\[([^]]*)\]\([^)]*\)', '\1', 'g'),
        '[*`]+|^\s*(#+|>|[-+])\s+', '', 'gn'))
$$;

-- The words of a report by section; the weight says how much a word found there counts.
create function report_section(content jsonb)
    returns table (n integer, section text, weight "char", body text) language sql immutable as $$
    select 1, 'headline', 'A'::"char", without_marks(concat_ws('. ',
           nullif(content ->> 'title', ''), nullif(content ->> 'subtitle', '')))
    union all
    select 2, 'hook', 'B'::"char", without_marks(concat_ws(E'\n', content ->> 'hook', content ->> 'tldr'))
    union all
    select 3, 'issue-summary', 'C'::"char", without_marks(concat_ws(E'\n',
           content -> 'summary' ->> 'whatWasAffected', content -> 'summary' ->> 'usersExperienced',
           content -> 'summary' ->> 'howCounted', content -> 'summary' ->> 'rootCauseInBrief'))
    union all
    select 4, 'timeline', 'D'::"char", without_marks(concat_ws(E'\n', content ->> 'detectedHow',
           (select string_agg(line ->> 'text', E'\n')
              from jsonb_array_elements(coalesce(content -> 'timeline', '[]')) line)))
    union all
    select 5, 'root-cause', 'C'::"char", without_marks(content ->> 'rootCause')
    union all
    select 6, 'resolution', 'C'::"char", without_marks(content ->> 'resolution')
    union all
    select 7, 'measures', 'D'::"char", without_marks(concat_ws(E'\n', content ->> 'improvements',
           (select string_agg(concat_ws('. ', task ->> 'title', nullif(task ->> 'doneWhen', '')), E'\n')
              from jsonb_array_elements(coalesce(content -> 'tasks', '[]')) task)))
$$;

-- What is searched: of each report the text as it stands (CURRENT) and as readers have it (PUBLISHED). The vector lies
-- beside the row, not compressed: finding reads rows by the thousand, ranking the vectors of some hundred.
create table report_text (
    postmortem_id uuid     not null references postmortem (id) on delete cascade,
    edition       text     not null check (edition in ('CURRENT', 'PUBLISHED')),
    tags          text[]   not null,
    document      tsvector not null,
    primary key (postmortem_id, edition)
) with (toast_tuple_target = 128);

alter table report_text alter column document set storage external;

create index report_text_words on report_text using gin (document);
create index report_text_tags on report_text using gin (tags);

create function report_words(report postmortem, content jsonb) returns tsvector language plpgsql as $$
declare
    words tsvector := setweight(to_tsvector('tocsin', concat_ws(' ', report.incident_number, report.service_name,
                                                                report.team_name, report.owner_name)), 'B')
        || setweight(to_tsvector('tocsin', coalesce(
               (select string_agg(replace(tag, '-', ' '), ' ')
                  from jsonb_array_elements_text(coalesce(content -> 'tags', '[]')) tag), '')), 'A');
    part record;
begin
    for part in select * from report_section(content) order by n loop
        words := words || setweight(to_tsvector('tocsin', part.body), part.weight);
    end loop;
    return words;
end
$$;

create function keep_report_text(report postmortem, edition text, content jsonb) returns void language sql as $$
    insert into report_text (postmortem_id, edition, tags, document)
    values (report.id, keep_report_text.edition,
            array(select jsonb_array_elements_text(coalesce(content -> 'tags', '[]'))),
            report_words(report, content))
        on conflict (postmortem_id, edition) do update set tags = excluded.tags, document = excluded.document
$$;

create function postmortem_is_searched() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' or old.content is distinct from new.content
       or (old.service_name, old.team_name, old.owner_name)
          is distinct from (new.service_name, new.team_name, new.owner_name) then
        perform keep_report_text(new, 'CURRENT', new.content);
    end if;
    return null;
end
$$;

create trigger postmortem_is_searched after insert or update on postmortem
    for each row execute function postmortem_is_searched();

create function publication_is_searched() returns trigger language plpgsql as $$
declare
    report postmortem;
begin
    select * into report from postmortem where id = new.postmortem_id;
    perform keep_report_text(report, 'PUBLISHED', new.snapshot -> 'content');
    return null;
end
$$;

create trigger publication_is_searched after insert on publication
    for each row execute function publication_is_searched();

select keep_report_text(p, 'CURRENT', p.content) from postmortem p;
select keep_report_text(p, 'PUBLISHED', latest.snapshot -> 'content')
  from postmortem p
  join lateral (select snapshot from publication where postmortem_id = p.id order by number desc limit 1) latest on true;

create index postmortem_of_service on postmortem (service_id, occurred_at desc, id desc);
create index postmortem_by_publication on postmortem (first_published_at desc, id desc)
    where first_published_at is not null;
