/** What really happened, line by line: the judge of every story and every fault campaign. */
package dev.tocsin.phones.truth;
