/** The library of postmortems: found by words, tags and circumstances, as pages, as a feed, as files. */
package dev.tocsin.dashboard.library;
