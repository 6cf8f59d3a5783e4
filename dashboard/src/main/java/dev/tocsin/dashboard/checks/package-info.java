/**
 * What is watched and how it is: the list, one check with its history, and making one in under a minute.
 * Asks monitor-service; a check that pages brings a key of the service it belongs to, made at oncall-service.
 */
package dev.tocsin.dashboard.checks;
