/**
 * Asks one name server one question, over sockets of our own: a vetted address, a deadline, nothing remembered.
 * No framework; the messages are a library's business.
 */
package dev.tocsin.monitor.dns;
