-- The words of a report by section, those that its template adds among them; the weight says how much a word found
-- there counts. Texts written before have no such section, so what is indexed stays true.
create or replace function report_section(content jsonb)
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
    union all
    select 8, 'extras', 'C'::"char", without_marks(
           (select string_agg(extra ->> 'text', E'\n')
              from jsonb_array_elements(coalesce(content -> 'extras', '[]')) extra))
$$;
