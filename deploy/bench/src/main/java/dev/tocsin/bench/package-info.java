/** Benchmarks told to a running Tocsin: what they measure, how, and over how many. */
package dev.tocsin.bench;
