/** The door for closed incidents: signed, checked on the raw bytes, safe to knock at twice. */
package dev.tocsin.postmortem.intake;
