/** The second pair of eyes: asking for a review, approving, sending back. */
package dev.tocsin.postmortem.approval;
