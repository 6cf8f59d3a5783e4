/** What would happen if: the engine's own code, played on a stage that is taken down afterwards. */
package dev.tocsin.oncall.simulation;
