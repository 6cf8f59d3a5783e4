/** The services teams run, and the keys by which tools raise signals for them. */
package dev.tocsin.oncall.catalog;
