/** What goes wrong next, on request: the failure plan of the carrier. */
package dev.tocsin.phones.fault;
