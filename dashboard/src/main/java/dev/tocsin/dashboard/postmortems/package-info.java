/**
 * Where a company reads and writes what it learnt: the library, the published page, the editor.
 * Asks postmortem-service, which owns the facts, the texts, the gate and the word counts.
 */
package dev.tocsin.dashboard.postmortems;
