/** What people say about a report while it is written: comments on its sections, settled one by one. */
package dev.tocsin.postmortem.discussion;
