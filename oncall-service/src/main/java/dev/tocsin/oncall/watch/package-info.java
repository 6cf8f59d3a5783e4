/** Watches the watchman: is what is due being done, and who is told when it is not? */
package dev.tocsin.oncall.watch;
