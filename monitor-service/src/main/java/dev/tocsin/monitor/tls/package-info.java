/**
 * TLS on top of a connection: who the server says it is, whether that can be trusted, and who we say we are.
 * No framework; every handshake is a fresh one, and what was shown is kept even when it is refused.
 */
package dev.tocsin.monitor.tls;
