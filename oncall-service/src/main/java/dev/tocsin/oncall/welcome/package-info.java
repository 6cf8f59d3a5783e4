/** The first steps: what somebody new must do until a page can reach them, and how far they are. */
package dev.tocsin.oncall.welcome;
