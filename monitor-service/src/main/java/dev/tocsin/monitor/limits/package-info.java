/** The limits this service keeps, as its rooms say them. */
package dev.tocsin.monitor.limits;
