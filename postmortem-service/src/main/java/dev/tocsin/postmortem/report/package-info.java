/** What people write: a report's content, its limits, and what its Markdown means. Pure. */
package dev.tocsin.postmortem.report;
