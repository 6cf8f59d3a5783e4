/**
 * The first steps, until a test page is in somebody's hand: the list on the board, and "send me a test page" with the
 * proofs that it arrived.
 */
package dev.tocsin.dashboard.welcome;
