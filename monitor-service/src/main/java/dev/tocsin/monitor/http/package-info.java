/**
 * A small HTTP client: one exchange a connection, everything bounded, every phase timed, vetted addresses only.
 * A library client gives neither the phases nor the say over the address; for HTTP/2 one's codec does the framing.
 */
package dev.tocsin.monitor.http;
