/**
 * The one small language in which people say what must hold of a probe: a grammar, a vocabulary a kind, a verdict.
 * Pure: data in, data out, everything bounded, no scripting.
 */
package dev.tocsin.monitor.condition;
