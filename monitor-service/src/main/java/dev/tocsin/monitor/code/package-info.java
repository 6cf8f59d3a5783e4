/**
 * Checks as code: a YAML file is read, understood, compared with what there is, and only then put in its place, whole or
 * not at all. A bad file changes nothing and says in which line it is bad.
 */
package dev.tocsin.monitor.code;
