/** Tells the company by mail what was published: an outbox filled with the publication, emptied until the server took it. */
package dev.tocsin.postmortem.mail;
