-- Incidents are found by the words of their titles; the board's and the incident page's "similar ones" too.
create index incident_words on incident using gin (to_tsvector('simple', title));
