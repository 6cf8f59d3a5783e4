package dev.tocsin.oncall.response;

/** What figures are grouped by. */
enum Dimension {
    TEAM,
    SERVICE,
    PERSON,
    SEVERITY
}
