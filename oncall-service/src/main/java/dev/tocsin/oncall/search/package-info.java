/** Finds what this service keeps by words people type, and incidents like one. */
package dev.tocsin.oncall.search;
