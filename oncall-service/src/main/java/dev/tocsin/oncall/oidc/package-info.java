/** Signing in by the word of a company's own OIDC provider; the session is ours all the same. */
package dev.tocsin.oncall.oidc;
