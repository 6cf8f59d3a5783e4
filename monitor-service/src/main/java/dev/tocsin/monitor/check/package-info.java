/**
 * What is watched: the settings of each check, their validation, and the API on which people change them.
 * Other rooms see a check as {@link dev.tocsin.monitor.check.Watched}.
 */
package dev.tocsin.monitor.check;
