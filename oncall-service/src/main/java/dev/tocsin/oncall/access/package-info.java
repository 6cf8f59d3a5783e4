/** Signing in: passwords, sessions, API tokens, and the short-lived tokens every service trusts. */
package dev.tocsin.oncall.access;
