/** The report while people write it: opened by an incident, saved by version, declined or reopened. */
package dev.tocsin.postmortem.draft;
