/** The limits this service keeps. */
package dev.tocsin.postmortem.limits;
