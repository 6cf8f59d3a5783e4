/** What was promised in a report, until it is done or declined: who owes it, who is told, what came of it. */
package dev.tocsin.postmortem.action;
