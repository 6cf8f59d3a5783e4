/** Two texts of a report side by side: what differs, word by word, and what both authors wrote, put together. Pure. */
package dev.tocsin.postmortem.compare;
