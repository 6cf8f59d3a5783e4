/** Measured and typed lines in one order, and the drawing made of them. Pure. */
package dev.tocsin.postmortem.timeline;
