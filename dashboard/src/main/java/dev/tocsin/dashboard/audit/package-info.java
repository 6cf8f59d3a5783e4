/** Who changed what: the log that administrators read. */
package dev.tocsin.dashboard.audit;
