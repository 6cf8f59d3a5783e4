/** Who changed what, when. */
package dev.tocsin.oncall.audit;
