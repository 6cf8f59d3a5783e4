/** Sample data, loaded through the services' own doors, so that every page has something to show. */
package dev.tocsin.local.demo;
