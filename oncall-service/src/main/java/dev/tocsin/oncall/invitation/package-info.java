/** Letting new people in: a link for one address, good once, a week, or until somebody takes it back. */
package dev.tocsin.oncall.invitation;
