/**
 * Charts drawn on the server: pure code turns figures into positions, the tags {@code bars}, {@code lines}, {@code spark}
 * and {@code strip} turn positions into SVG. Horizontal positions are percentages, so that text never scales; every chart
 * carries its table.
 */
package dev.tocsin.dashboard.chart;
