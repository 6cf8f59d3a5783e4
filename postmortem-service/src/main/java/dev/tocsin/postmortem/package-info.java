/** What did we learn? Turns a resolved incident into a report people want to read. */
package dev.tocsin.postmortem;
