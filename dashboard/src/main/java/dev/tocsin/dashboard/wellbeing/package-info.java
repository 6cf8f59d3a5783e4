/**
 * How Tocsin itself is: which of its services answers, whether its work is done in time, whether carriers take what we
 * send, and who would notice if all of it fell silent.
 */
package dev.tocsin.dashboard.wellbeing;
