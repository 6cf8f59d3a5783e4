/** A published version for those who print and for the archive: A4, tagged, its fonts embedded, the page's own text. */
package dev.tocsin.postmortem.paper;
