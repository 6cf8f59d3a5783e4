/** What a report was and what happened to it: its revisions and its trail. Knows nothing of how reports are changed. */
package dev.tocsin.postmortem.history;
