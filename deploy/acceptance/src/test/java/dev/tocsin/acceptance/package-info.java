/** Stories told to the running system: real processes, a real browser, a real PostgreSQL, a scripted carrier. */
package dev.tocsin.acceptance;
