/** Shapes that administrators give to reports: guidance, aims and sections of the company's own. */
package dev.tocsin.postmortem.template;
