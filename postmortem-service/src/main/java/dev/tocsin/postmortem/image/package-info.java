/**
 * Pictures in reports: believed by their content alone, made anew so that nothing else travels in them, kept for good once
 * published.
 */
package dev.tocsin.postmortem.image;
