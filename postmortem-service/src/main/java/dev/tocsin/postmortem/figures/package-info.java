/** How well a company learns: how soon reports are out, whether tasks are kept, what things keep happening. */
package dev.tocsin.postmortem.figures;
