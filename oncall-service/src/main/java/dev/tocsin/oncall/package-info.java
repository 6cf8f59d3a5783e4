/** Who must know, now, and did they answer? */
package dev.tocsin.oncall;
