/**
 * A small HTTP/1.1 client: one exchange a connection, everything bounded, every phase timed, vetted addresses only.
 * A library client gives neither the phases nor the say over the address, and unpacks what it should not.
 */
package dev.tocsin.monitor.http;
