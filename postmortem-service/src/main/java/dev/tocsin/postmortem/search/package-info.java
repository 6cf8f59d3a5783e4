/** The library: reports found by their words, tags and circumstances, and those like the one being written. */
package dev.tocsin.postmortem.search;
