/** Looks ahead: where would trouble of a service find nobody, the wrong person, or somebody who cannot be reached? */
package dev.tocsin.oncall.coverage;
