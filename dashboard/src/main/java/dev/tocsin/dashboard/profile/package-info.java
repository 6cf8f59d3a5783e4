/**
 * The own profile: name, zone, theme, sessions and API tokens.
 */
package dev.tocsin.dashboard.profile;
