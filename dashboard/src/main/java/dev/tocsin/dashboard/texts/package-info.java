/**
 * What people texted to us and what became of it, for administrators.
 */
package dev.tocsin.dashboard.texts;
