/**
 * What was: every result, apart from the state and in batches, so that a slow disk delays a chart and never a verdict;
 * and the figures made of it.
 */
package dev.tocsin.monitor.history;
