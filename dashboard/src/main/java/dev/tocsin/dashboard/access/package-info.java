/**
 * Signing in and out. The browser holds an opaque session; every request exchanges it at oncall-service for a short-lived
 * token, so a revoked session ends with the next click.
 */
package dev.tocsin.dashboard.access;
