/**
 * From results to states, purely: standing before + what was seen + the rules = standing after and what changed.
 * No framework, no clock, no database: everything comes in as an argument.
 */
package dev.tocsin.monitor.verdict;
