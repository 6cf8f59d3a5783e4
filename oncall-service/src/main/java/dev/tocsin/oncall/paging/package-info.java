/** Gets a page from "due" to a person's phone: at least once, and as rarely twice as the carrier allows. */
package dev.tocsin.oncall.paging;
