/** Reports and their list as files that other programs and people read: CSV, JSON, Markdown. */
package dev.tocsin.postmortem.export;
